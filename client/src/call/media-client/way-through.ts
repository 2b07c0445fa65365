import type { IceServer } from '@ajar/shared';
import type { Ask } from './signalling.ts';

/** How long, in ms, what a browser shows to a TURN server is taken for good: half of what the node says. */
const goodFor = 300_000;

/** The servers this page may go through to the media node, with what it shows to them; renewed when that grows old. */
export class WayThrough {
  readonly #ask: Ask;
  #given: readonly IceServer[] = [];
  #at = 0;

  constructor(given: readonly IceServer[], ask: Ask) {
    this.#ask = ask;
    this.renew(given);
  }

  get servers(): RTCIceServer[] {
    return serversOf(this.#given);
  }

  renew(given: readonly IceServer[]): void {
    this.#given = given;
    this.#at = Date.now();
  }

  /** Before a transport is opened long after the join. */
  async freshen(): Promise<void> {
    if (this.#given.length === 0 || Date.now() - this.#at < goodFor) return;
    this.renew((await this.#ask('iceServers', {})).iceServers);
  }
}

/** As a browser takes them. */
export function serversOf(given: readonly IceServer[]): RTCIceServer[] {
  return given.map(({ urls, username, credential }) => ({
    urls,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  }));
}
