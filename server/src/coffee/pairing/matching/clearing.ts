import { at, valueAt } from './arrays.ts';
import type { Edges } from './network.ts';

export type Clearing = {
  /** By person, in weights: where to begin. */
  from: Float64Array;
  /** By person: what it is known to add to the weight of every pair of theirs. It is in their price from the start. */
  own: Float64Array;
  /** How willing people are to take less than the best, as shares of the mean weight: at first, and in the end. */
  warm: number;
  cool: number;
  /** Default: 40. Each is one pass over all pairs. */
  rounds?: number;
};

/**
 * Prices at which everybody on the list is asked for about once, if all choose among their pairs by what is left of the
 * weight when both have their price, the better the likelier. They are the prices of a market that clears (Choo and
 * Siow, Who marries whom and why, 2006), found by scaling a symmetric matrix, half a step at a time (Knight and Ruiz, A
 * fast algorithm for matrix balancing, 2013), while the choice grows ever sharper (Cuturi, Sinkhorn distances, 2013).
 * Unlike prices that only cover the pairs, they say who is short: many ask for a mentor, and nobody in vain.
 *
 * @returns By person, in weights, at least what is their own.
 */
export function clearingPrices({ size, from, to, weight }: Edges, clearing: Clearing): Float64Array {
  const { own, warm, cool, rounds = 40 } = clearing;
  const rest = weight.map((w, e) => w - valueAt(own, at(from, e)) - valueAt(own, at(to, e)));
  const mean = Math.max(1, rest.reduce((sum, w) => sum + w, 0) / Math.max(1, rest.length));
  const price = clearing.from.map((value, v) => value - valueAt(own, v));
  const asked = new Float64Array(size);
  for (let round = 0; round < rounds; round += 1) {
    const spread = mean * warm * (cool / warm) ** (round / Math.max(1, rounds - 1));
    asked.fill(0);
    for (let e = 0; e < rest.length; e += 1) {
      const a = at(from, e);
      const b = at(to, e);
      const left = (valueAt(rest, e) - valueAt(price, a) - valueAt(price, b)) / spread;
      const chosen = Math.exp(Math.min(left, mostLeft));
      asked[a] = valueAt(asked, a) + chosen;
      asked[b] = valueAt(asked, b) + chosen;
    }
    for (let v = 0; v < size; v += 1) {
      price[v] = valueAt(price, v) + (spread / 2) * Math.max(leastAsked, Math.log(valueAt(asked, v)));
    }
  }
  return price.map((value, v) => Math.max(0, value) + valueAt(own, v));
}

/** A power of e that can still be summed up, and the most by which a price falls in a round, in halves of the spread. */
const mostLeft = 500;
const leastAsked = -40;
