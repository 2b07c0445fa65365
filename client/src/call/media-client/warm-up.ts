import { type Admission, rtpCapabilities } from '@ajar/shared';
import { z } from 'zod';
import { deviceFor, identity } from './browser.ts';
import { readyConnection } from './connection.ts';

const key = 'ajar.router-capabilities';
const nodeKey = 'ajar.media-node';

/**
 * Does what every join needs before there is one to make: the certificate, and the Device for the router capabilities
 * seen last, which stay the same until the server is updated. A guess that fails costs nothing.
 */
export function warmUp(storage: Pick<Storage, 'getItem'>): void {
  identity().catch(ignore);
  try {
    const seen = rtpCapabilities.safeParse(JSON.parse(storage.getItem(key) ?? 'null'));
    if (seen.success) deviceFor(seen.data).catch(ignore);
  } catch {
    // Storage that is forbidden or garbled knows no capabilities.
  }
}

/** Keeps what this admission says of the media node for the next time. */
export function rememberCapabilities(admission: Admission, storage: Pick<Storage, 'setItem'>): void {
  try {
    storage.setItem(key, JSON.stringify(admission.rtpCapabilities));
    storage.setItem(nodeKey, JSON.stringify(admission.mediaUrl));
  } catch {
    // The next join is a little slower, which is all that is lost.
  }
}

/** A call may come within a minute: a connection to the node seen last is made ready. Nothing of the call is said on it. */
export function expectCall(storage: Pick<Storage, 'getItem'>): void {
  try {
    const seen = z.string().safeParse(JSON.parse(storage.getItem(nodeKey) ?? 'null'));
    if (seen.success) readyConnection(seen.data);
  } catch {
    // As above.
  }
}

/** Whoever joins asks again, and meets the failure there. */
function ignore(): void {}
