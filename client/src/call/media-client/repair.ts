import type { types } from 'mediasoup-client';

/** What the repair of a call looks at. */
export interface Condition {
  /** The signalling socket is connected. */
  socket: boolean;
  /** `none`: not joined yet; `stale`: must be joined anew; `live`: joined. */
  session: 'none' | 'stale' | 'live';
  /** The network changed under the call: what looks connected may not be. */
  suspect: boolean;
  transports: readonly { id: string; state: types.ConnectionState; restarted: boolean }[];
}

export type Repair =
  | { do: 'nothing' }
  | { do: 'wait-for-socket' }
  | { do: 'join' }
  | { do: 'restart-ice'; transportIds: readonly string[] };

/**
 * The one next step that brings a call back. A transport whose ICE was restarted and that failed again is not
 * restarted a second time: the whole session is joined anew.
 */
export function nextRepair({ socket, session, suspect, transports }: Condition): Repair {
  if (!socket) return { do: 'wait-for-socket' };
  if (session !== 'live') return { do: 'join' };
  if (transports.some(({ state, restarted }) => restarted && state === 'failed')) return { do: 'join' };
  const broken = transports.filter(({ state, restarted }) => suspect || (!restarted && isBroken(state)));
  if (broken.length === 0) return { do: 'nothing' };
  return { do: 'restart-ice', transportIds: broken.map(({ id }) => id) };
}

function isBroken(state: types.ConnectionState): boolean {
  return state === 'failed' || state === 'disconnected';
}

/** Pause before the next try, in ms, after so many failed ones: at once, then doubling up to 8 s. */
export function backoff(failures: number): number {
  return failures === 0 ? 0 : Math.min(500 * 2 ** (failures - 1), 8_000);
}
