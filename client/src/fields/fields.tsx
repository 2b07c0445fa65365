import { useId } from 'react';

interface TextProps {
  label: string;
  hint?: string;
  type?: 'text' | 'time' | 'date' | 'number';
  value: string;
  onChange: (value: string) => void;
  /** In characters. */
  most?: number;
  /** Least and most of a number. */
  range?: readonly [number, number];
  optional?: boolean;
  /** Takes the whole row. */
  wide?: boolean;
}

/** One line of the form. */
export function Text({ label, hint, type = 'text', value, onChange, most, range, optional = false, wide }: TextProps) {
  const id = useId();
  return (
    <div className="field" data-wide={wide}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        required={!optional}
        {...(most ? { maxLength: most } : {})}
        {...(range ? { min: range[0], max: range[1] } : {})}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
      />
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Value and words of each choice. */
  children: readonly (readonly [string, string] | string[])[];
}

/** One of several, by name. */
export function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {children.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
