import { at, valueAt } from './arrays.ts';
import type { Blossoms } from './blossoms.ts';

/** At an even distance from the root of its tree: its dual falls with time. */
export const outer = 1;
/** At an odd distance: its dual rises. */
export const inner = -1;
/** In no tree: its dual stays. */
export const free = 0;

/**
 * The trees of a search, each grown from a vertex that is alone, over outermost blossoms; and the duals, which change
 * with time in a tree and are written down only when a label changes.
 */
export class Forest {
  /** By blossom: `outer`, `inner` or `free`. */
  readonly label: Int32Array;
  /** By blossom in a tree: the edge towards the root, named by its end there; −1 at the root. */
  readonly via: Int32Array;
  /** By blossom in a tree: the tree, called by the vertex it was planted at. */
  readonly tree: Int32Array;
  readonly #blossoms: Blossoms;
  readonly #size: number;
  readonly #dual: Float64Array;
  readonly #since: Float64Array;
  /** The blossoms of a tree as a list. */
  readonly #head: Int32Array;
  readonly #after: Int32Array;
  readonly #ahead: Int32Array;

  /** @param dual By vertex, and by blossom beyond `size`. */
  constructor(blossoms: Blossoms, size: number, dual: Float64Array) {
    this.#blossoms = blossoms;
    this.#size = size;
    this.#dual = dual;
    this.label = new Int32Array(2 * size);
    this.via = new Int32Array(2 * size).fill(-1);
    this.tree = new Int32Array(2 * size).fill(-1);
    this.#since = new Float64Array(2 * size);
    this.#head = new Int32Array(size).fill(-1);
    this.#after = new Int32Array(2 * size).fill(-1);
    this.#ahead = new Int32Array(2 * size).fill(-1);
  }

  /** The dual of a vertex at this time. */
  dualOf(vertex: number, blossom: number, now: number): number {
    return valueAt(this.#dual, vertex) - at(this.label, blossom) * (now - valueAt(this.#since, blossom));
  }

  /** The dual of an outermost blossom proper at this time. */
  dualOfBlossom(blossom: number, now: number): number {
    return valueAt(this.#dual, blossom) + 2 * at(this.label, blossom) * (now - valueAt(this.#since, blossom));
  }

  enter(blossom: number, label: number, via: number, tree: number, now: number): void {
    this.label[blossom] = label;
    this.via[blossom] = via;
    this.#since[blossom] = now;
    this.#list(blossom, tree);
  }

  /** Takes a blossom out of its tree; its duals stay as they are now. */
  leave(blossom: number, now: number): void {
    this.#unlist(blossom);
    this.#settle(blossom, now, 0);
    this.label[blossom] = free;
    this.via[blossom] = -1;
    this.tree[blossom] = -1;
  }

  /**
   * Puts a blossom that was just joined in the place of its parts: outer, like the largest of them, whose vertices'
   * duals go on as they were.
   */
  replace(ring: readonly number[], largest: number, blossom: number, now: number): void {
    const first = ring[0] as number;
    const tree = at(this.tree, first);
    const via = at(this.via, first);
    const since = valueAt(this.#since, largest);
    const age = now - since;
    for (const part of ring) {
      this.#unlist(part);
      if (part !== largest) this.#settle(part, now, age);
      else if (part >= this.#size) this.#dual[part] = this.dualOfBlossom(part, now);
      this.label[part] = free;
    }
    this.enter(blossom, outer, via, tree, since);
    this.#dual[blossom] = -2 * age;
  }

  /** The blossoms of a tree. */
  members(tree: number): number[] {
    const members: number[] = [];
    for (let b = at(this.#head, tree); b >= 0; b = at(this.#after, b)) members.push(b);
    return members;
  }

  #settle(blossom: number, now: number, age: number): void {
    const fallen = at(this.label, blossom) * (now - valueAt(this.#since, blossom));
    if (fallen === 0 && age === 0) return;
    this.#blossoms.forEachVertex(blossom, (v) => {
      this.#dual[v] = valueAt(this.#dual, v) - fallen + age;
    });
    if (blossom >= this.#size) this.#dual[blossom] = valueAt(this.#dual, blossom) + 2 * fallen;
  }

  #list(blossom: number, tree: number): void {
    const head = at(this.#head, tree);
    this.tree[blossom] = tree;
    this.#after[blossom] = head;
    this.#ahead[blossom] = -1;
    if (head >= 0) this.#ahead[head] = blossom;
    this.#head[tree] = blossom;
  }

  #unlist(blossom: number): void {
    const ahead = at(this.#ahead, blossom);
    const after = at(this.#after, blossom);
    if (ahead >= 0) this.#after[ahead] = after;
    else this.#head[at(this.tree, blossom)] = after;
    if (after >= 0) this.#ahead[after] = ahead;
  }
}
