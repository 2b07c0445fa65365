import './switch.css';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';

interface SwitchProps {
  on: boolean;
  /** It waits for an answer and stays as it is. Default: false. */
  waiting?: boolean;
  onChange: (on: boolean) => void;
  /** The id of what is said below it. */
  describedBy: string;
  /** Its name. */
  children: string;
}

/** Something that is on or off at once. For lazily loaded screens: it is large. */
export function Switch({ on, waiting = false, onChange, describedBy, children }: SwitchProps) {
  return (
    <AriaSwitch
      className="switch"
      isSelected={on}
      isReadOnly={waiting}
      onChange={onChange}
      aria-describedby={describedBy}
    >
      <span className="switch-track" aria-hidden="true" />
      {children}
    </AriaSwitch>
  );
}
