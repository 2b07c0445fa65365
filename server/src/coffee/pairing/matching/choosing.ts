import { at, valueAt } from './arrays.ts';
import type { EdgeList } from './edge-list.ts';
import type { Edges } from './network.ts';
import type { Scan } from './scan.ts';
import { Shortlist } from './shortlist.ts';

/** How many pairs each person chooses, each time. */
const CHOSEN = 4;

/** Adds to the list the pairs of which most is left, for either of the two, when both have cost these prices. */
export function choosePairs(scan: Scan, list: EdgeList, prices: Float64Array): void {
  const best = new Shortlist(prices.length, CHOSEN);
  // Pairs that are listed say what a better one has to be above.
  const least = leastListed(list.edges(), prices);
  scan.forEach(prices, least, (a, b, above) => {
    best.offer(a, b, above);
    least[a] = Math.max(valueAt(least, a), valueAt(best.least, a));
  });
  for (let a = 0; a < prices.length; a += 1) best.forEachOf(a, (b) => list.add(a, b));
}

/** By person: what the last of their best pairs on the list is above its prices; −Infinity of whom fewer are listed. */
function leastListed({ size, from, to, weight }: Edges, prices: Float64Array): Float64Array {
  const best = new Shortlist(size, CHOSEN);
  for (let e = 0; e < weight.length; e += 1) {
    const [a, b] = [at(from, e), at(to, e)];
    const above = valueAt(weight, e) - valueAt(prices, a) - valueAt(prices, b);
    best.offer(a, b, above);
    best.offer(b, a, above);
  }
  return best.least;
}
