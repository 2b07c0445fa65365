import { crowdOf } from './crowd-of.ts';
import type { PairingGraph } from './graph.ts';
import { matchExactly } from './matching/exact.ts';
import { matchNearly } from './matching/nearly.ts';

export type MatchedPeople = {
  pairs: number[][];
  alone: number[];
  exact: boolean;
  /** Upper bound of the sum of `ranked` over any as many pairs of these people. */
  bound: number;
  /** By person of the graph, of a near matching: see `NearMatching`. NaN for who was not among these people. */
  prices: Float64Array | null;
};

/** As many pairs as the rules permit, then the heaviest; of more people than the graph does exactly, nearly so. */
export function matchPeople(graph: PairingGraph, people: readonly number[]): MatchedPeople {
  if (people.length <= graph.exactUpTo) {
    const { mate, total } = matchExactly(allEdges(graph, people), { maxCardinality: true });
    return { ...pairsOf(people, mate), exact: true, bound: total, prices: null };
  }
  const { mate, bound, prices } = matchNearly(crowdOf(graph, people));
  const ofGraph = new Float64Array(graph.size).fill(Number.NaN);
  for (const [place, person] of people.entries()) ofGraph[person] = prices[place] ?? Number.NaN;
  return { ...pairsOf(people, mate), exact: false, bound, prices: ofGraph };
}

function pairsOf(people: readonly number[], mate: Int32Array) {
  const pairs: number[][] = [];
  const alone: number[] = [];
  for (const [place, person] of people.entries()) {
    const partner = people[mate[place] ?? -1];
    if (partner === undefined) alone.push(person);
    else if (person < partner) pairs.push([person, partner]);
  }
  return { pairs, alone };
}

/** Every permitted pair, people being numbered as they are listed. */
function allEdges(graph: PairingGraph, people: readonly number[]) {
  const list = new EdgeList(graph, people, (people.length * (people.length - 1)) / 2);
  for (let a = 0; a < people.length; a += 1) {
    for (let b = a + 1; b < people.length; b += 1) list.add(a, b);
  }
  return list.edges();
}

/** Edges in the form the matching reads. */
class EdgeList {
  readonly #graph: PairingGraph;
  readonly #people: readonly number[];
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #weight: Float64Array;
  #count = 0;

  constructor(graph: PairingGraph, people: readonly number[], most: number) {
    this.#graph = graph;
    this.#people = people;
    this.#from = new Int32Array(most);
    this.#to = new Int32Array(most);
    this.#weight = new Float64Array(most);
  }

  /** Adds the pair, unless a rule forbids it. */
  add(a: number, b: number): void {
    const [one, other] = [this.#people[a] ?? -1, this.#people[b] ?? -1];
    if (!this.#graph.permitted(one, other)) return;
    this.#from[this.#count] = a;
    this.#to[this.#count] = b;
    this.#weight[this.#count] = this.#graph.drawn(one, other);
    this.#count += 1;
  }

  edges() {
    return {
      size: this.#people.length,
      from: this.#from.subarray(0, this.#count),
      to: this.#to.subarray(0, this.#count),
      weight: this.#weight.subarray(0, this.#count),
    };
  }
}
