import type { MemberId } from '@ajar/shared';
import type { Figures, Path } from './figures.ts';
import type { Quality } from './quality.ts';
import type { VoicesFirst } from './voices-first.ts';

/** How one person comes through, with the figures behind it; `null`: nothing of that comes. */
export interface Coming {
  quality: Quality;
  sound: Figures | null;
  picture: Figures | null;
  screen: Figures | null;
}

/** How everybody comes through. Empty until the first look, a few seconds into the call. */
export interface ConnectionState {
  /** What one sends oneself, and the way it takes. */
  own: (Coming & { path: Path }) | null;
  people: ReadonlyMap<MemberId, Coming>;
  /** One's own camera rests so that one's voice gets through. */
  rests: boolean;
  /** What comes of the pictures of others, so that their voices get through. */
  pictures: VoicesFirst['pictures'];
}

export const newConnectionState: ConnectionState = { own: null, people: new Map(), rests: false, pictures: 'all' };
