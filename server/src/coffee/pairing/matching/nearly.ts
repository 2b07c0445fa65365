import { randomFrom, shuffled } from '../random.ts';
import { at, valueAt } from './arrays.ts';
import { type ColumnOptions, matchByColumns, type NearMatching } from './columns.ts';
import { raisedToCover } from './covering.ts';
import { type Crowd, partOf } from './crowd.ts';
import { seatLeftOver } from './left-over.ts';

export type { NearMatching } from './columns.ts';

export type NearOptions = ColumnOptions & {
  /** Up to this many people are paired together, of more in parts of up to as many. Default: 12,000. */
  together?: number;
};

/**
 * Pairs people too many for all pairs to be solved for, as many as the rules permit, and proves a bound. The same seed
 * gives the same matching. More than `together` are paired in parts drawn by lot, so that the time grows with their
 * number and not with its square; only the bound still looks at every pair there is.
 */
export function matchNearly(crowd: Crowd, { together = 12_000, ...options }: NearOptions = {}): NearMatching {
  if (crowd.size <= together) return matchByColumns(crowd, options);
  const { mate, prices } = matchInParts(crowd, together, options);
  seatLeftOver(crowd, mate);
  const pairs = [...mate.entries()].filter(([a, b]) => a < b);
  // Where rules leave few pairs, somebody's only partner may be in another part.
  if (pairs.length < crowd.size >> 1) return matchByColumns(crowd, options);
  const covering = raisedToCover(crowd, prices);
  return {
    mate,
    total: pairs.reduce((sum, [a, b]) => sum + crowd.weight(a, b), 0),
    cardinality: pairs.length,
    bound: Math.floor(covering.reduce((sum, price) => sum + price, 0)),
    prices: covering,
  };
}

/** Each part as if there were no other. */
function matchInParts(crowd: Crowd, together: number, options: ColumnOptions) {
  const { size } = crowd;
  const mate = new Int32Array(size).fill(-1);
  const prices = new Float64Array(size);
  const lots = shuffled([...mate.keys()], randomFrom(crowd.seed));
  const parts = Math.ceil(size / together);
  // Of an odd number, nobody is left over in any part but the last.
  const many = 2 * Math.ceil(size / parts / 2);
  for (let first = 0; first < size; first += many) {
    const people = lots.slice(first, first + many);
    const matched = matchByColumns(partOf(crowd, people), options);
    for (const [place, person] of people.entries()) {
      const partner = at(matched.mate, place);
      mate[person] = partner < 0 ? -1 : (people[partner] ?? -1);
      prices[person] = valueAt(matched.prices, place);
    }
  }
  return { mate, prices };
}
