import type { Handlers, hubProtocol } from '@ajar/shared';
import type { Visiting } from '../doors/index.ts';
import type { Lounges } from './lounge.ts';

/** What one member who waits may ask of the lounge. */
export function loungeHandlers(lounges: Lounges, me: Visiting): Pick<Handlers<typeof hubProtocol>, 'waitTogether'> {
  return { waitTogether: ({ visitId }) => lounges.waitTogether(me, visitId) };
}
