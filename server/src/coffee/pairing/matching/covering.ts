import { valueAt } from './arrays.ts';
import type { Crowd } from './crowd.ts';
import { Scan } from './scan.ts';

/**
 * Raises prices until no permitted pair weighs more than its two together: each by half of the most that one of their
 * pairs is above, since none is further above than either of its two lacks.
 *
 * @param prices By person, in weights.
 */
export function raisedToCover(crowd: Crowd, prices: Float64Array): Float64Array {
  const lacking = new Float64Array(crowd.size);
  new Scan(crowd).forEach(prices, lacking, (a, _, above) => {
    lacking[a] = above;
  });
  return prices.map((price, a) => price + valueAt(lacking, a) / 2);
}

/**
 * Prices as those of a `NearMatching`, for a crowd of which some have theirs already.
 *
 * @param known By person; NaN for who has none. No permitted pair of two who have one weighs more than both.
 */
export function coveringPrices(crowd: Crowd, known: Float64Array): Float64Array {
  const scan = new Scan(crowd);
  const priced = (person: number) => !Number.isNaN(valueAt(known, person));
  const asking = () => known.map((price) => (Number.isNaN(price) ? 0 : Number.POSITIVE_INFINITY));
  const prices = known.map((price) => (Number.isNaN(price) ? 0 : price));
  // First what it takes to cover the pairs with those who have a price, then those among the others.
  const least = asking();
  scan.forEach(prices, least, (a, b, above) => {
    if (priced(b)) least[a] = Math.max(valueAt(least, a), above);
  });
  for (let a = 0; a < crowd.size; a += 1) if (!priced(a)) prices[a] = valueAt(least, a);
  const lacking = asking();
  scan.forEach(prices, lacking, (a, _, above) => {
    lacking[a] = Math.max(valueAt(lacking, a), above);
  });
  return prices.map((price, a) => (priced(a) ? price : price + valueAt(lacking, a) / 2));
}
