import { toAjarError, type WireError } from '@ajar/shared';
import { type PairOptions, pairRound } from './pair-round.ts';
import type { Pairing, Round } from './round.ts';

export type PairingTask = { round: Round; options: PairOptions };

/** An error crosses between threads without its class, so ours go as they go over the wire. */
export type PairingAnswer = { pairing: Pairing } | { error: WireError };

/** What a thread of `PairingPool` runs. @throws What is not an `AjarError`, as it is. */
export function pairInThread({ round, options }: PairingTask): PairingAnswer {
  try {
    return { pairing: pairRound(round, options) };
  } catch (thrown) {
    const error = toAjarError(thrown);
    if (error.category === 'internal') throw thrown;
    return { error: error.toWire() };
  }
}
