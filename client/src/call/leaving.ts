import type { EncounterId } from '@ajar/shared';
import { call } from '../api/index.ts';

/**
 * Tells the server that this person has left a call whose media node may not have heard of it: nobody goes on being told
 * that they are in it, and whoever waits there is not kept. Where the server does not hear of it either, the
 * media node's patience or that of the encounter runs out, as it does for whoever just closes the page.
 * @param unlessIn where they are in it in another window, they stay. Default: false.
 */
export function tellLeft(encounterId: EncounterId, unlessIn = false): void {
  // A page that goes away takes it along otherwise.
  const options = { keepalive: true };
  call('leaveEncounter', { params: { encounterId }, body: { unlessIn } }, options).catch(() => undefined);
}
