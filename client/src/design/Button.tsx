import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `primary`: the one obvious press here; `danger`: ends something; `quiet`: everything else. Default: `quiet`. */
  variant?: 'primary' | 'quiet' | 'danger';
  /** Further classes, for placement only. */
  className?: string;
  children: ReactNode;
}

/** A press. While `isPending` it keeps its focus and its words, and further presses do nothing. */
export function Button({ variant = 'quiet', className = '', children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button ${className}`} data-variant={variant}>
      {children}
    </AriaButton>
  );
}
