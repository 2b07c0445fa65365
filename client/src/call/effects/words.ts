import { i18n } from '../../words/index.ts';
import type { GivenUp } from './effects.ts';
import './en.ts';

/** That an effect is off, why, and what goes on instead. */
export function givenUpWords(what: 'noise' | 'background', why: GivenUp): string {
  return i18n.t(`effects:givenUp.${what}.${why}`);
}
