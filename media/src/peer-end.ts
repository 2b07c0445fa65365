import type { Line } from './line.ts';

/**
 * Why a peer ended. `left`: it said so. `gone`: its socket did not come back in time. `replaced`: the same member joined
 * again. `shown-out`, `barred`: whoever moderates ended it, and they may or may not come back. The others: what it lived
 * on ended.
 */
export type PeerEnd =
  | 'left'
  | 'gone'
  | 'replaced'
  | 'shown-out'
  | 'barred'
  | 'room-closed'
  | 'worker-died'
  | 'node-closed';

/**
 * Tells the browser, when it is not the one who ended it.
 * @param by name of whoever moderates, where they ended it.
 */
export function tellEnd(line: Pick<Line, 'pushNow'>, end: PeerEnd, by?: string): void {
  if (end === 'shown-out' || end === 'barred') {
    line.pushNow('removed', { reason: end, ...(by === undefined ? {} : { by }) });
  }
  if (end === 'replaced') line.pushNow('removed', { reason: 'elsewhere' });
  if (end === 'room-closed') line.pushNow('removed', { reason: 'room-closed' });
  if (end === 'worker-died') line.pushNow('rejoin', { reason: 'worker-died' });
}
