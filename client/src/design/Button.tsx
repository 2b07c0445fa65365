import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `primary`: the one obvious press here; `danger`: ends something; `quiet`: everything else. Default: `quiet`. */
  variant?: 'primary' | 'quiet' | 'danger';
  /** Further classes, for placement only. */
  className?: string;
  children: ReactNode;
}

const notNow = { 'aria-disabled': true, 'data-pending': '', type: 'button', onPress: () => undefined } as const;

/**
 * A press. While `isPending` it keeps its focus and its words, and further presses do nothing. React Aria's own pending
 * state would say the button's name to screen readers at its begin and its end, when the button may be gone already;
 * what a press has brought about is said by the page.
 */
export function Button({ variant = 'quiet', className = '', isPending = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} {...(isPending ? notNow : {})} className={`button ${className}`} data-variant={variant}>
      {children}
    </AriaButton>
  );
}
