import { type Admission, rtpCapabilities } from '@ajar/shared';
import { deviceFor, identity } from './browser.ts';

const key = 'ajar.router-capabilities';

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

/** Keeps the capabilities of this admission for the next warm-up. */
export function rememberCapabilities(admission: Admission, storage: Pick<Storage, 'setItem'>): void {
  try {
    storage.setItem(key, JSON.stringify(admission.rtpCapabilities));
  } catch {
    // The next join is a little slower, which is all that is lost.
  }
}

/** Whoever joins asks again, and meets the failure there. */
function ignore(): void {}
