import { type Admission, type RouteReply, rtpCapabilities } from '@ajar/shared';
import { z } from 'zod';
import { deviceFor, identity } from './browser.ts';
import { callsBegun, readyConnection, sinceCallBegan, standBy, standsBy } from './connection.ts';

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

/** How long nothing is asked for again after it could not be had, in ms. */
const pause = 30_000;

/** How long a call that begins has the network and the machine to itself, in ms. */
const alone = 3_000;

let asking = false;
let askAgainAt = 0;

/** A call begins as soon as its way in is known: a connection to the node seen last is opened meanwhile. */
export function connectAhead(storage: Pick<Storage, 'getItem'>): void {
  try {
    const seen = z.string().safeParse(JSON.parse(storage.getItem(nodeKey) ?? 'null'));
    if (seen.success) readyConnection(seen.data);
  } catch {
    // As above.
  }
}

/**
 * A call may come within a minute: a connection to the node seen last is made ready, and transports stand by on it.
 * Nothing of the call is said on them.
 * @returns in how many ms it is to be asked again, because a call is just beginning; 0: not at all.
 */
export function expectCall(storage: Pick<Storage, 'getItem'>, way: () => Promise<RouteReply<'standBy'>>): number {
  const wait = alone - sinceCallBegan();
  if (wait > 0) return wait;
  connectAhead(storage);
  if (!asking && !standsBy() && Date.now() >= askAgainAt) void askToStandBy(way);
  return 0;
}

/** Calls work all the same. */
function askLater(): void {
  askAgainAt = Date.now() + pause;
}

/** Never rejects. */
async function askToStandBy(way: () => Promise<RouteReply<'standBy'>>): Promise<void> {
  asking = true;
  const calls = callsBegun();
  try {
    const own = await identity();
    if (!own.dtls) throw new Error('This browser tells no fingerprints beforehand.');
    const { mediaUrl, token, rtpCapabilities: known } = await way();
    const device = await deviceFor(known);
    if (calls === callsBegun()) standBy(mediaUrl, { token, device, identity: own, onRefused: askLater });
  } catch {
    askLater();
  }
  asking = false;
}

/** Whoever joins asks again, and meets the failure there. */
function ignore(): void {}
