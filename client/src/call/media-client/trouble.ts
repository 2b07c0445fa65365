import type { AjarError } from '@ajar/shared';
import type { types } from 'mediasoup-client';
import type { Trouble } from './state.ts';

export interface Circumstances {
  /** There is a network, by the browser's word or because the call gets through. */
  online: boolean;
  socket: boolean;
  /** Tries to connect that failed since the last one that did not. */
  triesFailed: number;
  /** There has been a session before: what is missing now is being mended, not made. */
  hasJoined: boolean;
  session: 'none' | 'stale' | 'live';
  transports: readonly { state: types.ConnectionState }[];
  /** Media, or the socket of a call that begins, has tried to connect for longer than it should take, and has not since. */
  mediaLate: boolean;
}

/** What to tell the person: the first thing that is wrong, outermost first; null when nothing is. */
export function troubleOf(now: Circumstances): Trouble | null {
  if (!now.online) return 'offline';
  if (!now.socket && (now.triesFailed >= 2 || (now.mediaLate && !now.hasJoined))) return 'unreachable';
  if (now.hasJoined && !now.socket) return 'reconnecting';
  if (now.mediaLate) return 'media-blocked';
  if (now.hasJoined && now.session !== 'live') return 'reconnecting';
  if (now.transports.some(({ state }) => state === 'failed' || state === 'disconnected')) return 'reconnecting';
  return null;
}

/**
 * Whether a call stands against the browser's word that there is no network: some machines never have one by that word.
 * To be asked only once a network that is lost would be felt.
 */
export function getsThrough({ socket, transports }: Pick<Circumstances, 'socket' | 'transports'>): boolean {
  return socket && transports.some(({ state }) => state === 'connected') && !transports.some(isWaiting);
}

/** A transport that has something to carry and does not carry it. `new` ones have nothing to carry yet. */
export function isWaiting({ state }: { state: types.ConnectionState }): boolean {
  return state === 'connecting' || state === 'failed' || state === 'disconnected';
}

/** Whether trying again can help, or the answer is final. */
export function isPassing({ category }: Pick<AjarError, 'category'>): boolean {
  return category === 'unavailable' || category === 'too-many' || category === 'internal';
}
