import { at, valueAt } from './arrays.ts';
import type { Crowd } from './crowd.ts';
import { lowDuals } from './duals.ts';
import { EdgeList } from './edge-list.ts';
import { type Matching, matchExactly } from './exact.ts';
import { averageWorth } from './prices.ts';
import { BlossomDuals, worthOf } from './proof.ts';
import { Scan } from './scan.ts';
import { Shortlist } from './shortlist.ts';

/** A matching of nearly the most weight there is, and how near that is. */
export type NearMatching = {
  /** By person: their partner, or −1. */
  mate: Int32Array;
  total: number;
  /** How many pairs. */
  cardinality: number;
  /** No matching of at least as many pairs weighs more. Proven over all permitted pairs of the crowd. */
  bound: number;
  /**
   * By person, so that no permitted pair weighs more than the prices of its two together. What any set of tables weighs
   * is therefore at most what its people cost, each as often as they sit with somebody.
   */
  prices: Float64Array;
};

export type NearOptions = {
  /** The matching is bettered while it is further than this share of its bound away from it. Default: 0.005. */
  loss?: number;
  /** How often at most. Default: 6. */
  turns?: number;
};

/** How many pairs each person chooses at first, twice, and how many are added whose weight is above its duals. */
const CHOSEN = 5;
const ADDED = 8;
/** The allowance for staying alone: this much of what somebody costs who is dearer than this share of the people. */
const ALLOWED = 0.5;
const MODEST = 0.01;
/** A matching that leaves more pairs uncovered than this for each person is far from the best: the rest need not be found. */
const FAR = 10;
/** Of a matching far from the best, so many pairs of each person are looked into, and the best of them added. */
const ENOUGH = 64;
/** Who is left over is tried with everybody as long as that makes no more pairs than this, else with each other. */
const MOST_TRIED = 200_000;

/**
 * Pairs people too many for all pairs to be solved for: the exact matching among promising pairs, more pairs before more
 * weight, whose duals are then held against every pair there is. That proves a bound and finds the pairs that were
 * missed; with these it is solved again until the loss is small (column generation; Cook and Rohe, Computing
 * minimum-weight perfect matchings, 1999). The same seed gives the same matching.
 */
export function matchNearly(crowd: Crowd, { loss = 0.005, turns = 6 }: NearOptions = {}): NearMatching {
  const scan = new Scan(crowd);
  const { list, allowance } = promising(crowd, scan);
  let best: NearMatching | undefined;
  let pairsFirst = false;
  for (let turn = 1; ; turn += 1) {
    const last = turn >= turns;
    const matching: Matching =
      pairsFirst || last ? mostPairs(crowd, list, allowance) : heaviest(crowd, list, allowance);
    const { bound, prices, uncovered } = priceAll(crowd, scan, matching, last);
    const { mate, total, cardinality } = matching;
    // What was proven of at least as many pairs is true of more, too.
    if (!best || bound < best.bound) best = { mate, total, cardinality, bound, prices };
    else best = { ...best, mate, total, cardinality };
    const near = total >= best.bound * (1 - loss);
    const settled = pairsFirst || isFull(crowd, matching);
    if (last || (settled && near)) return best;
    const known = list.length;
    for (const [a, b] of uncovered) list.add(a, b);
    if (list.length === known && settled) return best;
    // The heaviest leaves people over: from here on, more pairs come before more weight.
    pairsFirst ||= turn > 1 || near || list.length === known;
  }
}

/** Pairs by what is left of their weight when both have cost what they are worth on average; then by truer prices. */
function promising(crowd: Crowd, scan: Scan): { list: EdgeList; allowance: number } {
  const list = new EdgeList(crowd);
  const choose = (prices: Float64Array) => {
    const best = new Shortlist(crowd.size, CHOSEN);
    scan.forEach(prices, best.least, (a, b, above) => best.offer(a, b, above));
    for (let a = 0; a < crowd.size; a += 1) best.forEachOf(a, (b) => list.add(a, b));
  };
  choose(averageWorth(crowd));
  const dual = lowDuals(list.edges(), 0, crowd.own);
  choose(dual.map((doubled) => doubled / 2));
  const modest = dual.toSorted()[Math.floor(crowd.size * MODEST)] ?? 0;
  return { list, allowance: Math.floor(modest * ALLOWED) };
}

const isFull = ({ size }: Crowd, { cardinality }: Matching) => cardinality === size >> 1;

/**
 * The best matching of the pairs on the list, where two who stay alone come to as much as a pair of this weight. That
 * spares a long search for somebody whose pairs are not on the list yet; all are paired in the end, or pairs come first.
 */
function heaviest({ own }: Crowd, list: EdgeList, allowance: number): Matching {
  const edges = list.edges();
  const matching = matchExactly({ ...edges, weight: edges.weight.map((w) => w - allowance) }, { own });
  const { total, cardinality, proof } = matching;
  return { ...matching, total: total + cardinality * allowance, proof: { ...proof, lift: -allowance } };
}

/** The best matching of the pairs on the list. Who is left over is tried with others, so that nobody is without need. */
function mostPairs(crowd: Crowd, list: EdgeList, allowance: number): Matching {
  const { own } = crowd;
  const best = heaviest(crowd, list, allowance);
  if (isFull(crowd, best)) return best;
  const most = matchExactly(list.edges(), { own, maxCardinality: true });
  if (isFull(crowd, most)) return most;
  const alone = [...most.mate.keys()].filter((v) => at(most.mate, v) < 0);
  const tried = alone.length * crowd.size <= MOST_TRIED ? [...most.mate.keys()] : alone;
  const known = list.length;
  for (const a of alone) for (const b of tried) if (a !== b) list.add(a, b);
  return list.length === known ? most : matchExactly(list.edges(), { own, maxCardinality: true });
}

/**
 * Holds every pair against the duals of a matching, and raises them until they cover all.
 *
 * @param whole whether to go on where the matching turns out to be far from the best. Where not, there is no bound.
 */
function priceAll(crowd: Crowd, scan: Scan, { proof, cardinality }: Matching, whole: boolean) {
  const { size } = crowd;
  const { lift } = proof;
  // Of a lift below 0, what was taken from each pair is given back for as many as there could be.
  const pairs = lift < 0 ? size >> 1 : cardinality;
  const blossoms = new BlossomDuals(proof, size);
  // What is added to every weight is shared by the two.
  const dual = Float64Array.from({ length: size }, (_, v) => (valueAt(proof.dual, v) - lift) / 2);
  const lacking = new Float64Array(size);
  const worst = new Shortlist(size, ADDED);
  const least = new Float64Array(size);
  const looks = new Int32Array(size);
  let found = 0;
  const isFar = () => !whole && found > FAR * size;
  scan.forEach(dual, least, (a, b, missing) => {
    looks[a] = at(looks, a) + 1;
    if (at(looks, a) >= ENOUGH && isFar()) least[a] = Number.POSITIVE_INFINITY;
    const uncovered = missing - blossoms.between(a, b, 2 * missing) / 2;
    if (uncovered <= 0) return;
    if (uncovered > valueAt(lacking, a)) lacking[a] = uncovered;
    worst.offer(a, b, uncovered);
    found += 1;
  });
  // Half of what is lacking to each covers every pair, since none lacks more than either of its two.
  const raised = lacking.reduce((sum, one) => sum + one / 2, 0);
  const uncovered: [number, number][] = [];
  for (let a = 0; a < size; a += 1) worst.forEachOf(a, (b) => uncovered.push([a, b]));
  return {
    bound: isFar() ? Number.POSITIVE_INFINITY : Math.floor(worthOf(proof, size) / 2 + raised - pairs * lift),
    prices: dual.map((value, v) => value + valueAt(blossoms.around, v) / 4 + valueAt(lacking, v) / 2),
    uncovered,
  };
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
