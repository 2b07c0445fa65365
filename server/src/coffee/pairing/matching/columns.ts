import { mix, randomFrom, shuffled } from '../random.ts';
import { at, valueAt } from './arrays.ts';
import { choosePairs } from './choosing.ts';
import { clearingPrices } from './clearing.ts';
import { type Crowd, partOf } from './crowd.ts';
import { EdgeList } from './edge-list.ts';
import { type Matching, matchExactly } from './exact.ts';
import { seatLeftOver } from './left-over.ts';
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

export type ColumnOptions = {
  /** The matching is bettered while it is further than this share of its bound away from it. Default: 0.005. */
  loss?: number;
  /** How often at most. Default: 6. */
  turns?: number;
};

/** How many pairs of each person are added whose weight is above its duals. */
const ADDED = 8;
/** Of more than this many people, each of so many parts is paired first, roughly, for prices to begin with. */
const MOST_AT_ONCE = 1_800;
const PARTS_OF = 1_250;
const ROUGHLY = { loss: 0.02, turns: 2 };
/** How sharp the choice is by which prices are found: at first, of a crowd whose parts are paired, and where duals start. */
const CHOOSING = { warm: 0.02, cool: 0.007, rounds: 30 };
const MENDING = { warm: 0.02, cool: 0.01, rounds: 20 };
const STARTING = { warm: 0.01, cool: 0.003, rounds: 30 };
/** The allowance for staying alone: this much of what somebody costs who is dearer than this share of the people. */
const ALLOWED = 0.5;
const MODEST = 0.01;
/** Lots come to at most this part of the loss that is settled for. */
const DRAWN = 0.5;
/** Who is left over is tried with everybody as long as that makes no more pairs than this, else with each other. */
const MOST_TRIED = 200_000;

/**
 * Pairs people too many for all pairs to be solved for: the exact matching among promising pairs, more pairs before more
 * weight, whose duals are then held against every pair there is. That proves a bound and finds the pairs that were
 * missed; with these it is solved again until the loss is small (column generation; Cook and Rohe, Computing
 * minimum-weight perfect matchings, 1999). The same seed gives the same matching.
 */
export function matchByColumns(crowd: Crowd, { loss = 0.005, turns = 6 }: ColumnOptions = {}): NearMatching {
  const scan = new Scan(crowd);
  const { list, ...start } = promising(crowd, scan);
  const options: ListOptions = { ...start, lots: loss * DRAWN };
  let best: NearMatching = { ...nobody(crowd), bound: Number.POSITIVE_INFINITY };
  let pairsFirst = false;
  for (let turn = 1; ; turn += 1) {
    const last = turn >= turns;
    const matching = pairsFirst || last ? mostPairs(crowd, list, options) : heaviest(crowd, list, options);
    const seated = everybodySeated(crowd, matching);
    const settled = pairsFirst || isFull(crowd, seated);
    const known = list.length;
    for (const holding of ['people', 'blossoms'] as const) {
      const { bound, prices, own, uncovered } = priceAll(crowd, scan, matching, holding);
      // What was proven of at least as many pairs is true of more, too.
      best = best.bound <= bound ? { ...best, ...seated } : { ...seated, bound, prices };
      if (settled && best.total >= best.bound * (1 - loss)) return best;
      for (const [a, b] of uncovered) list.add(a, b);
      options.prices = own;
      if (list.length > known) break;
    }
    if (last || (list.length === known && settled)) return best;
    // The heaviest leaves people over: from here on, more pairs come before more weight.
    pairsFirst ||= turn > 1 || list.length === known;
  }
}

/** Before anything is known. */
function nobody({ size }: Crowd) {
  return { mate: new Int32Array(size).fill(-1), total: 0, cardinality: 0, prices: new Float64Array(size) };
}

type ListOptions = {
  /** By person, where the duals start from. */
  prices: Float64Array;
  /** What two who stay alone come to. */
  allowance: number;
  /** As a share of the mean weight. */
  lots: number;
};

/** Pairs to choose from, prices for the duals to start from, and the allowance for staying alone. */
function promising(crowd: Crowd, scan: Scan) {
  const list = new EdgeList(crowd);
  const found = crowd.size > MOST_AT_ONCE ? chosenAfterParts(crowd, scan, list) : chosenAtOnce(crowd, scan, list);
  const prices = clearingPrices(list.edges(), { from: found, own: crowd.own, ...STARTING });
  const modest = prices.toSorted()[Math.floor(crowd.size * MODEST)] ?? 0;
  return { list, prices, allowance: Math.floor(2 * modest * ALLOWED) };
}

/**
 * Lists pairs by what is left of their weight when both have cost what they are worth on average; then, twice, at the
 * prices at which everybody on the list is asked for about once.
 */
function chosenAtOnce(crowd: Crowd, scan: Scan, list: EdgeList): Float64Array {
  let prices = averageWorth(crowd);
  choosePairs(scan, list, prices);
  for (let time = 0; time < 2; time += 1) {
    prices = clearingPrices(list.edges(), { from: prices, own: crowd.own, ...CHOOSING });
    choosePairs(scan, list, prices);
  }
  return prices;
}

/**
 * Lists pairs at prices of which each person's was found for themselves, among some of the others. Thousands are choosy:
 * whoever costs a little less than they are worth would be chosen by all, and nobody else by anybody.
 */
function chosenAfterParts(crowd: Crowd, scan: Scan, list: EdgeList): Float64Array {
  const found = new Float64Array(crowd.size);
  const parts = Math.ceil(crowd.size / PARTS_OF);
  const lots = shuffled([...found.keys()], randomFrom(crowd.seed));
  for (let part = 0; part < parts; part += 1) {
    const people = lots.filter((_, place) => place % parts === part);
    const { mate, prices } = matchByColumns(partOf(crowd, people), ROUGHLY);
    for (const [place, person] of people.entries()) {
      found[person] = valueAt(prices, place);
      const partner = people[at(mate, place)];
      if (partner !== undefined) list.add(person, partner);
    }
  }
  choosePairs(scan, list, found);
  const prices = clearingPrices(list.edges(), { from: found, own: crowd.own, ...MENDING });
  choosePairs(scan, list, prices);
  return prices;
}

const isFull = ({ size }: Crowd, { cardinality }: { cardinality: number }) => cardinality === size >> 1;

/** The matching, with those it leaves over seated as far as parting single pairs allows. */
function everybodySeated(crowd: Crowd, { mate, total, cardinality }: Matching) {
  if (isFull(crowd, { cardinality })) return { mate, total, cardinality };
  const seated = mate.slice();
  seatLeftOver(crowd, seated);
  const pairs = [...seated.entries()].filter(([a, b]) => a < b);
  return { mate: seated, total: pairs.reduce((sum, [a, b]) => sum + crowd.weight(a, b), 0), cardinality: pairs.length };
}

/**
 * The best matching of the pairs on the list, where two who stay alone come to as much as a pair of this weight. That
 * spares a long search for somebody whose pairs are not on the list yet; all are paired in the end, or pairs come first.
 * Lots are added, since a search among many that are equal takes long.
 */
function heaviest({ own, seed }: Crowd, list: EdgeList, { prices, allowance, lots }: ListOptions): Matching {
  const edges = list.edges();
  const { from, to, weight } = edges;
  const plain = weight.map((w, e) => w - valueAt(own, at(from, e)) - valueAt(own, at(to, e)));
  const most = Math.floor((lots * plain.reduce((sum, w) => sum + w, 0)) / Math.max(1, plain.length));
  const drawn = weight.map((w, e) => {
    const [a, b] = [at(from, e), at(to, e)];
    return w - allowance + (most > 0 ? mix(seed, Math.min(a, b), Math.max(a, b)) % most : 0);
  });
  const start = prices.map((price) => price - allowance / 2);
  const matching = matchExactly({ ...edges, weight: drawn }, { start });
  const { mate, cardinality, proof } = matching;
  let total = 0;
  for (let e = 0; e < weight.length; e += 1) if (at(mate, at(from, e)) === at(to, e)) total += valueAt(weight, e);
  return { mate, total, cardinality, proof: { ...proof, lift: -allowance } };
}

/** The best matching of the pairs on the list. Who is left over is tried with others, so that nobody is without need. */
function mostPairs(crowd: Crowd, list: EdgeList, options: ListOptions): Matching {
  const { own } = crowd;
  const best = heaviest(crowd, list, options);
  if (isFull(crowd, best)) return best;
  const most = matchExactly(list.edges(), { own, maxCardinality: true });
  if (isFull(crowd, most)) return most;
  const alone = [...most.mate.keys()].filter((v) => at(most.mate, v) < 0);
  const tried = alone.length * crowd.size <= MOST_TRIED ? [...most.mate.keys()] : alone;
  const known = list.length;
  for (const a of alone) for (const b of tried) if (a !== b) list.add(a, b);
  return list.length === known ? most : matchExactly(list.edges(), { own, maxCardinality: true });
}

/** Whose duals are held against the pairs: people's, each with half of what the blossoms around carry; or the blossoms' too. */
type Holding = 'people' | 'blossoms';

/**
 * Holds every pair against the duals of a matching, and raises them until they cover all. People alone are quickly
 * asked, and prove nearly as much in a crowd; what blossoms carry between two has to be looked up pair by pair.
 */
function priceAll(crowd: Crowd, scan: Scan, { proof, cardinality }: Matching, holding: Holding) {
  const { size } = crowd;
  const { lift } = proof;
  // Of a lift below 0, what was taken from each pair is given back for as many as there could be.
  const pairs = lift < 0 ? size >> 1 : cardinality;
  const blossoms = new BlossomDuals(proof, size);
  // What is added to every weight is shared by the two.
  const bare = Float64Array.from({ length: size }, (_, v) => (valueAt(proof.dual, v) - lift) / 2);
  const own = bare.map((value, v) => value + valueAt(blossoms.around, v) / 4);
  const dual = holding === 'people' ? own : bare;
  const between = holding === 'people' ? () => 0 : blossoms.between.bind(blossoms);
  const lacking = new Float64Array(size);
  const worst = new Shortlist(size, ADDED);
  const least = new Float64Array(size);
  scan.forEach(dual, least, (a, b, missing) => {
    const uncovered = missing - between(a, b, 2 * missing) / 2;
    if (uncovered <= 0) return;
    if (uncovered > valueAt(lacking, a)) lacking[a] = uncovered;
    worst.offer(a, b, uncovered);
    // What misses less than the worst of a full list neither comes on it nor is lacking.
    least[a] = Math.max(0, valueAt(worst.least, a));
  });
  // Half of what is lacking to each covers every pair, since none lacks more than either of its two.
  const raised = lacking.reduce((sum, one) => sum + one / 2, 0);
  const uncovered: [number, number][] = [];
  for (let a = 0; a < size; a += 1) worst.forEachOf(a, (b) => uncovered.push([a, b]));
  const worth = holding === 'people' ? own.reduce((sum, value) => sum + value + lift / 2, 0) : worthOf(proof, size) / 2;
  return {
    bound: Math.floor(worth + raised - pairs * lift),
    own,
    prices: own.map((value, v) => value + valueAt(lacking, v) / 2),
    uncovered,
  };
}
