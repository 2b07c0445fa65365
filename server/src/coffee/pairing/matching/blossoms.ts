import { at, popped } from './arrays.ts';

/**
 * The blossoms of a matching: sets of an odd number of vertices, each a cycle of smaller ones, nested (Edmonds 1965).
 * A vertex is the smallest blossom; numbers below `size` are vertices, those above are blossoms proper.
 *
 * An edge e has two ends, 2e and 2e + 1; `end` says at which vertex each lies, and `p ^ 1` is the end opposite p (van
 * Rantwijk's scheme). Every edge here is named by one of its ends, so that its direction is known.
 */
export class Blossoms {
  /** By vertex: the far end of its matched edge, or −1 while it is alone. */
  readonly mate: Int32Array;
  /** By blossom: the one around it, or −1 for one that lies in no other. */
  readonly parent: Int32Array;
  /** By blossom: the one vertex not matched within it. */
  readonly base: Int32Array;
  /** By blossom: how many vertices it holds; 0 for a number not in use. */
  readonly count: Int32Array;
  /** By blossom: its vertices are a chain, from the first by `#nextLeaf` to the last. */
  readonly #firstLeaf: Int32Array;
  readonly #lastLeaf: Int32Array;
  readonly #nextLeaf: Int32Array;
  readonly #end: Int32Array;
  readonly #size: number;
  /** By blossom: the part that holds its base. Its parts are a ring, by `next` and `previous`. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** By part: the edge to the next part, named by its end there. */
  readonly #link: Int32Array;
  /**
   * Which outermost blossom a vertex is in: `#holder` of its `#group`. The largest part keeps its group when parts
   * are joined, so that a vertex changes groups only as often as the set around it doubles.
   */
  readonly #group: Int32Array;
  readonly #holder: Int32Array;
  readonly #groupOf: Int32Array;
  readonly #spare: number[] = [];
  readonly #todo: number[] = [];

  constructor(size: number, end: Int32Array, mate: Int32Array) {
    const numbers = () => new Int32Array(2 * size).map((_, n) => n);
    this.#size = size;
    this.#end = end;
    this.mate = mate;
    this.parent = new Int32Array(2 * size).fill(-1);
    this.base = numbers();
    this.count = new Int32Array(2 * size).fill(1, 0, size);
    this.#firstLeaf = numbers();
    this.#lastLeaf = numbers();
    this.#nextLeaf = new Int32Array(size).fill(-1);
    this.#first = new Int32Array(2 * size);
    this.#next = new Int32Array(2 * size);
    this.#previous = new Int32Array(2 * size);
    this.#link = new Int32Array(2 * size);
    this.#group = numbers().subarray(0, size);
    this.#holder = numbers();
    this.#groupOf = numbers();
    for (let b = 2 * size - 1; b >= size; b -= 1) this.#spare.push(b);
  }

  /** The outermost blossom around a vertex. */
  around(vertex: number): number {
    return at(this.#holder, at(this.#group, vertex));
  }

  forEachVertex(blossom: number, visit: (vertex: number) => void): void {
    const last = at(this.#lastLeaf, blossom);
    for (let v = at(this.#firstLeaf, blossom); ; v = at(this.#nextLeaf, v)) {
      visit(v);
      if (v === last) return;
    }
  }

  /** Joins a ring of parts to one blossom. `links[n]` leads from `ring[n]` to the part after it; the first has the base. */
  join(ring: readonly number[], links: readonly number[], largest: number): number {
    const blossom = popped(this.#spare);
    const group = at(this.#groupOf, largest);
    let before = ring.at(-1) as number;
    let count = 0;
    for (const [n, part] of ring.entries()) {
      this.parent[part] = blossom;
      this.#next[before] = part;
      this.#previous[part] = before;
      this.#link[part] = links[n] as number;
      if (n > 0) this.#nextLeaf[at(this.#lastLeaf, before)] = at(this.#firstLeaf, part);
      if (part !== largest) this.#regroup(part, group);
      count += at(this.count, part);
      before = part;
    }
    const first = ring[0] as number;
    this.#first[blossom] = first;
    this.parent[blossom] = -1;
    this.base[blossom] = at(this.base, first);
    this.count[blossom] = count;
    this.#firstLeaf[blossom] = at(this.#firstLeaf, first);
    this.#lastLeaf[blossom] = at(this.#lastLeaf, before);
    this.#holder[group] = blossom;
    this.#groupOf[blossom] = group;
    return blossom;
  }

  /** Takes an outermost blossom apart; its parts, from the one with the base on, are outermost then. */
  dissolve(blossom: number): number[] {
    const parts: number[] = [];
    const first = at(this.#first, blossom);
    let part = first;
    do {
      parts.push(part);
      this.parent[part] = -1;
      this.#regroup(part, part);
      this.#holder[part] = part;
      this.#groupOf[part] = part;
      part = at(this.#next, part);
    } while (part !== first);
    this.count[blossom] = 0;
    this.#spare.push(blossom);
    return parts;
  }

  #regroup(part: number, group: number): void {
    this.forEachVertex(part, (v) => {
      this.#group[v] = group;
    });
  }

  /** The part of a blossom that a vertex is in. */
  partHolding(blossom: number, vertex: number): number {
    let part = vertex;
    while (at(this.parent, part) !== blossom) part = at(this.parent, part);
    return part;
  }

  /**
   * Walks from a part to the one with the base, over an even number of edges. The first edge of the walk is matched,
   * then every other.
   *
   * @param step Told of every second edge, the ones not matched, by its end at the later part.
   */
  walkToBase(blossom: number, from: number, step: (between: number, link: number, later: number) => void): void {
    const first = at(this.#first, blossom);
    let distance = 0;
    for (let part = first; part !== from; part = at(this.#next, part)) distance += 1;
    const forward = distance % 2 === 1;
    for (let part = from; part !== first; ) {
      const between = at(forward ? this.#next : this.#previous, part);
      const later = at(forward ? this.#next : this.#previous, between);
      step(between, forward ? at(this.#link, between) : at(this.#link, later) ^ 1, later);
      part = later;
    }
  }

  /** Changes the matching within a blossom so that this vertex is its base. Its own mate is the caller's to set. */
  rebase(blossom: number, vertex: number): void {
    const todo = this.#todo;
    todo.push(blossom, vertex);
    const match = (between: number, link: number, later: number) => {
      const near = at(this.#end, link ^ 1);
      const far = at(this.#end, link);
      this.mate[near] = link;
      this.mate[far] = link ^ 1;
      if (between >= this.#size) todo.push(between, near);
      if (later >= this.#size) todo.push(later, far);
    };
    while (todo.length > 0) {
      const base = popped(todo);
      const outer = popped(todo);
      for (let part = base; part !== outer; ) {
        const around = at(this.parent, part);
        this.walkToBase(around, part, match);
        this.#first[around] = part;
        this.base[around] = base;
        part = around;
      }
    }
  }
}
