import type { EncounterId } from '@ajar/shared';
import { call } from '../api/index.ts';

/**
 * Tells the server that this person has left a call which they are not, or not for the moment, connected to: nobody goes on
 * being told that they are in it, and whoever waits there is not kept. Where the server does not hear of it either, the
 * media node's patience or that of the encounter runs out, as it does for whoever just closes the page.
 * @param unlessIn where they are in it in another window, they stay. Default: false.
 */
export function tellLeft(encounterId: EncounterId, unlessIn = false): void {
  call('leaveEncounter', { params: { encounterId }, body: { unlessIn } }).catch(() => undefined);
}
