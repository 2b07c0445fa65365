import { at, valueAt } from './arrays.ts';
import { lowDuals } from './duals.ts';
import { type Edges, type Network, networkOf, type Start, startGreedily } from './network.ts';
import { BlossomDuals, type Proof } from './proof.ts';
import { type Solution, solve } from './search.ts';
import { lotOf, Shortlist } from './shortlist.ts';

export type Matching = {
  /** By vertex: its partner, or −1. */
  mate: Int32Array;
  total: number;
  /** How many pairs. */
  cardinality: number;
  proof: Proof;
};

export type MatchingOptions = {
  /** Whether more pairs count before more weight. Default: false. */
  maxCardinality?: boolean;
  /** By vertex, whole numbers of at least 0: what it is known to add to the weight of all its edges. Saves time. */
  own?: Float64Array;
  /** By vertex, in weights: prices near which the duals start. Default: none are known. */
  start?: Float64Array;
};

/** How many edges of a vertex are tried first, and how many are added in each further turn. */
const FIRST = 8;
const FURTHER = 8;

/**
 * The matching of most weight, with its proof. Where there are many edges, a few of each vertex are solved first; the
 * duals then tell which of the others could matter, and these are added until none could (Cook and Rohe, Computing
 * minimum-weight perfect matchings, 1999).
 */
export function matchExactly(edges: Edges, { maxCardinality = false, own, start }: MatchingOptions = {}): Matching {
  const lift = maxCardinality ? liftOf(edges) : 0;
  const dual = lowDuals(edges, lift, { own, start });
  const chosen = new Chosen(edges, lift, dual);
  let network = networkOf(edges, chosen.list(), lift);
  let solution = solve(network, startGreedily(network, { dual, mate: new Int32Array(edges.size).fill(-1) }));
  for (;;) {
    const proof: Proof = { lift, dual: solution.dual, parent: solution.parent, count: solution.count };
    if (!chosen.addViolated(proof)) return matchingOf(edges, chosen.list(), solution, proof);
    network = networkOf(edges, chosen.list(), lift);
    solution = solve(network, startGreedily(network, startAgain(network, solution, proof)));
  }
}

/** What to add to every weight so that one pair more outweighs any difference in weight. Never below 0. */
function liftOf({ size, weight }: Edges): number {
  let least = 0;
  let most = 0;
  for (const [n, w] of weight.entries()) {
    if (n === 0 || w < least) least = w;
    if (n === 0 || w > most) most = w;
  }
  return Math.max(0, Math.floor(size / 2) * (most - least) + 1 - least);
}

/** The edges that take part. */
class Chosen {
  readonly #edges: Edges;
  readonly #lift: number;
  readonly #taken: Uint8Array;
  readonly #list: number[] = [];
  #further = FURTHER;

  constructor(edges: Edges, lift: number, dual: Float64Array) {
    const { size, from, to, weight } = edges;
    this.#edges = edges;
    this.#lift = lift;
    this.#taken = new Uint8Array(weight.length);
    const all = weight.length <= 2 * FIRST * size;
    const best = new Shortlist(size, all ? 0 : FIRST);
    for (let e = 0; e < weight.length; e += 1) {
      const w = valueAt(weight, e);
      if (w + lift <= 0) continue;
      if (all) this.#take(e);
      else {
        const a = at(from, e);
        const b = at(to, e);
        const merit = 2 * (w + lift) - valueAt(dual, a) - valueAt(dual, b) + lotOf(e);
        best.offer(a, e, merit);
        best.offer(b, e, merit);
      }
    }
    best.forEach((edge) => {
      this.#take(edge);
    });
  }

  list(): Int32Array {
    return Int32Array.from(this.#list);
  }

  /** Adds edges that weigh more than the duals at their ends; false when there is none. */
  addViolated(proof: Proof): boolean {
    const { size, from, to, weight } = this.#edges;
    if (this.#list.length === weight.length) return false;
    const blossoms = new BlossomDuals(proof, size);
    const worst = new Shortlist(size, this.#further);
    this.#further = Math.min(2 * this.#further, size);
    let found = false;
    for (let e = 0; e < weight.length; e += 1) {
      const a = at(from, e);
      const b = at(to, e);
      const missing = 2 * (valueAt(weight, e) + this.#lift) - valueAt(proof.dual, a) - valueAt(proof.dual, b);
      if (missing <= 0) continue;
      const violation = missing - blossoms.between(a, b, missing);
      if (violation <= 0) continue;
      worst.offer(a, e, violation + lotOf(e));
      worst.offer(b, e, violation + lotOf(e));
      found = true;
    }
    worst.forEach((edge) => {
      this.#take(edge);
    });
    return found;
  }

  #take(edge: number): void {
    if (this.#taken[edge] === 1) return;
    this.#taken[edge] = 1;
    this.#list.push(edge);
  }
}

/**
 * Duals and pairs to go on from, for a network that has more edges than the solution knows: blossoms are dissolved
 * into the duals of their vertices, the duals raised where a new edge needs it, and pairs parted that are not tight any
 * more.
 */
function startAgain(network: Network, solution: Solution, proof: Proof): Start {
  const { size, end, doubled } = network;
  const { mate } = solution;
  const { around } = new BlossomDuals(proof, size);
  const dual = new Float64Array(size);
  for (let v = 0; v < size; v += 1) dual[v] = valueAt(proof.dual, v) + valueAt(around, v) / 2;
  for (let e = 0; e < doubled.length; e += 1) {
    const a = at(end, 2 * e);
    const b = at(end, 2 * e + 1);
    const missing = valueAt(doubled, e) - valueAt(dual, a) - valueAt(dual, b);
    if (missing > 0) dual[at(mate, a) < 0 ? a : b] = valueAt(dual, at(mate, a) < 0 ? a : b) + missing;
  }
  for (let v = 0; v < size; v += 1) {
    const far = at(mate, v);
    if (far < 0) continue;
    const partner = at(end, far);
    if (valueAt(dual, v) + valueAt(dual, partner) === valueAt(doubled, far >> 1)) continue;
    mate[v] = -1;
    mate[partner] = -1;
  }
  for (let v = 0; v < size; v += 1) if (at(mate, v) < 0) dual[v] = valueAt(dual, v) + (valueAt(dual, v) % 2);
  return { dual, mate };
}

function matchingOf(edges: Edges, chosen: Int32Array, solution: Solution, proof: Proof): Matching {
  const mate = new Int32Array(edges.size).fill(-1);
  let total = 0;
  let cardinality = 0;
  for (let v = 0; v < edges.size; v += 1) {
    const far = at(solution.mate, v);
    if (far < 0) continue;
    const edge = at(chosen, far >> 1);
    mate[v] = far % 2 === 0 ? at(edges.from, edge) : at(edges.to, edge);
    if (far % 2 === 0) continue;
    total += valueAt(edges.weight, edge);
    cardinality += 1;
  }
  return { mate, total, cardinality, proof };
}
