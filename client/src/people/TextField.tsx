interface TextFieldProps {
  name: string;
  label: string;
  hint?: string;
  value: string;
  /** in characters */
  most: number;
  required?: boolean;
}

/** A line of text on one's own name plate. */
export function TextField({ name, label, hint, value, most, required = false }: TextFieldProps) {
  return (
    <div className="field">
      <label htmlFor={`plate-${name}`}>{label}</label>
      <input
        id={`plate-${name}`}
        name={name}
        defaultValue={value}
        maxLength={most}
        required={required}
        {...(hint ? { 'aria-describedby': `plate-${name}-hint` } : {})}
      />
      {hint && (
        <span className="hint" id={`plate-${name}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
