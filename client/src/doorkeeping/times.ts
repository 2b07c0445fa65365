import { i18n } from '../words/index.ts';

/** `10:42`, as one's own clock says it. */
export function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString(i18n.language, { timeStyle: 'short' });
}
