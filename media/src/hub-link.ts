import type { Logger } from 'pino';
import type { MediaNode } from './node.ts';

export interface HubLinkOptions {
  /** Origin of the hub, such as `https://ajar.example`. */
  hubUrl: string;
  /** Whose rooms are reported. */
  node: MediaNode;
  /** HS256 key shared with the hub; the same that signs room tokens. */
  secret: Uint8Array;
  log: Logger;
  /** Time between reports, in ms. Default 5,000. */
  reportEvery?: number;
}

/** The lone media node's socket to its hub's `/nodes` namespace. Auth: `{ token }` made by `mintNodeToken`. */
export class HubLink {
  private constructor(_options: HubLinkOptions) {}

  /** Starts connecting and returns at once; keeps trying until closed. */
  static create(options: HubLinkOptions): HubLink {
    return new HubLink(options);
  }

  get connected(): boolean {
    return false;
  }

  async close(): Promise<void> {}
}
