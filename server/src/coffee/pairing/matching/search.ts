import { Agenda } from './agenda.ts';
import { at, valueAt } from './arrays.ts';
import { Blossoms } from './blossoms.ts';
import { Forest, free, inner, outer } from './forest.ts';
import type { Network, Start } from './network.ts';
import { Ways } from './ways.ts';

/** A matching of most weight, and the duals that prove it. */
export type Solution = {
  /** By vertex: the far end of its matched edge, or −1 when it is alone. */
  mate: Int32Array;
  /** By vertex, then by blossom: its dual, in doubled weights. */
  dual: Float64Array;
  /** By vertex, then by blossom: the blossom around it, or −1. */
  parent: Int32Array;
  /** By vertex, then by blossom: how many vertices it holds; 0 for a number not in use. */
  count: Int32Array;
};

/**
 * A matching of most weight in a general graph: Edmonds's primal-dual method (Paths, trees, and flowers, 1965; Maximum
 * matching and a polyhedron with 0,1-vertices, 1965) with trees grown from all lonely vertices at once and a queue of
 * what happens next (Galil, Efficient algorithms for finding maximum matching in graphs, 1986). The layout of edges and
 * blossoms follows van Rantwijk's note and program (2008), the one in networkx. Here a tree that does not take part
 * in an augmentation stays as it is, and duals are brought up to date only where a label changes.
 */
export function solve(network: Network, start: Start): Solution {
  return new Search(network, start).run();
}

class Search {
  readonly #network: Network;
  readonly #size: number;
  readonly #edges: number;
  readonly #dual: Float64Array;
  readonly #blossoms: Blossoms;
  readonly #forest: Forest;
  /** Edges by number, then vertices, then blossoms. */
  readonly #agenda: Agenda;
  readonly #ways: Ways;
  #trees = 0;

  constructor(network: Network, { dual, mate }: Start) {
    const { size, doubled } = network;
    this.#network = network;
    this.#size = size;
    this.#edges = doubled.length;
    this.#dual = new Float64Array(2 * size);
    this.#dual.set(dual);
    this.#blossoms = new Blossoms(size, network.end, mate);
    this.#forest = new Forest(this.#blossoms, size, this.#dual);
    this.#agenda = new Agenda(this.#edges + 3 * size);
    this.#ways = new Ways(this.#blossoms, this.#forest, network.end);
  }

  run(): Solution {
    const { mate, parent, count } = this.#blossoms;
    for (let v = 0; v < this.#size; v += 1) {
      if (at(mate, v) >= 0) continue;
      this.#trees += 1;
      this.#forest.enter(v, outer, -1, v, 0);
    }
    for (let v = 0; v < this.#size; v += 1) if (at(mate, v) < 0) this.#scan(v);
    while (this.#trees > 0) {
      const item = this.#agenda.take();
      if (item < this.#edges) this.#meet(item);
      else if (item < this.#edges + this.#size) this.#retire(item - this.#edges);
      else this.#open(item - this.#edges - this.#size);
    }
    return { mate, dual: this.#dual, parent, count };
  }

  #dualOf(vertex: number): number {
    return this.#forest.dualOf(vertex, this.#blossoms.around(vertex), this.#agenda.now);
  }

  /** Puts down when the edges of an outer vertex become tight, and when its dual is used up. */
  #scan(vertex: number): void {
    const { start, arcs, end, doubled } = this.#network;
    const agenda = this.#agenda;
    const blossoms = this.#blossoms;
    const forest = this.#forest;
    const now = agenda.now;
    const mine = blossoms.around(vertex);
    const tree = at(forest.tree, mine);
    const dual = forest.dualOf(vertex, mine, now);
    agenda.set(this.#edges + vertex, now + dual);
    const last = at(start, vertex + 1);
    for (let n = at(start, vertex); n < last; n += 1) {
      const p = at(arcs, n);
      const other = at(end, p);
      const theirs = blossoms.around(other);
      const label = at(forest.label, theirs);
      if (theirs === mine || label === inner) continue;
      const slack = dual + forest.dualOf(other, theirs, now) - valueAt(doubled, p >> 1);
      if (slack === 0 && label === outer && at(forest.tree, theirs) !== tree) agenda.hurry(p >> 1);
      else agenda.set(p >> 1, label === outer ? now + slack / 2 : now + slack);
    }
  }

  #scanAll(blossom: number): void {
    this.#blossoms.forEachVertex(blossom, (v) => this.#scan(v));
  }

  /** Puts down when the trees reach this blossom, which was inner until now. */
  #expose(blossom: number): void {
    const { start, arcs, end, doubled } = this.#network;
    const now = this.#agenda.now;
    this.#blossoms.forEachVertex(blossom, (v) => {
      const dual = this.#dualOf(v);
      for (let n = at(start, v); n < at(start, v + 1); n += 1) {
        const p = at(arcs, n);
        const theirs = this.#blossoms.around(at(end, p));
        if (at(this.#forest.label, theirs) !== outer) continue;
        const slack = dual + this.#forest.dualOf(at(end, p), theirs, now) - valueAt(doubled, p >> 1);
        this.#agenda.set(p >> 1, now + slack);
      }
    });
  }

  /** An edge may have become tight. */
  #meet(edge: number): void {
    const { end, doubled } = this.#network;
    const { label, tree } = this.#forest;
    const now = this.#agenda.now;
    let far = 2 * edge + 1;
    let a = this.#blossoms.around(at(end, far ^ 1));
    let b = this.#blossoms.around(at(end, far));
    if (a === b) return;
    if (at(label, a) !== outer) {
      [a, b] = [b, a];
      far ^= 1;
    }
    if (at(label, a) !== outer || at(label, b) === inner) return;
    const slack =
      this.#forest.dualOf(at(end, far ^ 1), a, now) +
      this.#forest.dualOf(at(end, far), b, now) -
      valueAt(doubled, edge);
    const both = at(label, b) === outer;
    if (slack > 0) this.#agenda.set(edge, both ? now + slack / 2 : now + slack);
    else if (!both) this.#grow(far, b);
    else if (at(tree, a) === at(tree, b)) this.#shrink(far, a, b);
    else {
      const trees = [at(tree, a), at(tree, b)];
      this.#ways.flip(at(end, far ^ 1), far);
      this.#ways.flip(at(end, far), far ^ 1);
      for (const one of trees) this.#release(one);
    }
  }

  /** A tree has reached a free blossom over this edge, named by its end there. */
  #grow(far: number, blossom: number): void {
    const { end } = this.#network;
    const { base, mate } = this.#blossoms;
    const tree = at(this.#forest.tree, this.#blossoms.around(at(end, far ^ 1)));
    const now = this.#agenda.now;
    const matched = at(mate, at(base, blossom));
    if (matched < 0) {
      // Somebody who had been content to stay alone.
      this.#ways.flip(at(end, far ^ 1), far);
      this.#blossoms.rebase(blossom, at(end, far));
      mate[at(end, far)] = far ^ 1;
      this.#release(tree);
      return;
    }
    this.#forest.enter(blossom, inner, far ^ 1, tree, now);
    if (blossom >= this.#size) this.#await(blossom);
    const next = this.#blossoms.around(at(end, matched));
    this.#forest.enter(next, outer, matched ^ 1, tree, now);
    this.#scanAll(next);
  }

  /** Puts down when the dual of an inner blossom is used up. */
  #await(blossom: number): void {
    const { now } = this.#agenda;
    this.#agenda.set(this.#edges + this.#size + blossom, now + this.#forest.dualOfBlossom(blossom, now) / 2);
  }

  /** Two outer blossoms of one tree have met: the cycle they close becomes a blossom. */
  #shrink(far: number, a: number, b: number): void {
    const { count } = this.#blossoms;
    const { via, label } = this.#forest;
    const joint = this.#ways.joint(a, b);
    const down = this.#ways.up(a, joint).reverse();
    const up = this.#ways.up(b, joint);
    const ring = [joint, ...down, ...up];
    const links = [...down.map((part) => at(via, part) ^ 1), far, ...up.map((part) => at(via, part))];
    let largest = joint;
    for (const part of ring) if (at(label, part) === outer && at(count, part) > at(count, largest)) largest = part;
    const wereInner = ring.filter((part) => at(label, part) === inner);
    const blossom = this.#blossoms.join(ring, links, largest);
    this.#forest.replace(ring, largest, blossom, this.#agenda.now);
    for (const part of wereInner) this.#scanAll(part);
  }

  /** The tree has served: its blossoms are free again. */
  #release(tree: number): void {
    const { label } = this.#forest;
    const members = this.#forest.members(tree);
    const wereInner = members.filter((b) => at(label, b) === inner);
    for (const b of members) this.#forest.leave(b, this.#agenda.now);
    for (const b of wereInner) this.#expose(b);
    this.#trees -= 1;
  }

  /** The dual of an outer vertex may be used up: then it is as well off alone, and its tree is done. */
  #retire(vertex: number): void {
    const b = this.#blossoms.around(vertex);
    if (at(this.#forest.label, b) !== outer) return;
    const dual = this.#dualOf(vertex);
    if (dual > 0) {
      this.#agenda.set(this.#edges + vertex, this.#agenda.now + dual);
      return;
    }
    const tree = at(this.#forest.tree, b);
    this.#ways.flip(vertex, -1);
    this.#release(tree);
  }

  /** The dual of an inner blossom may be used up: then it comes apart, and the way through it stays in the tree. */
  #open(blossom: number): void {
    const { end } = this.#network;
    const { count, base, mate } = this.#blossoms;
    const forest = this.#forest;
    const { now } = this.#agenda;
    if (at(count, blossom) === 0 || at(forest.label, blossom) !== inner) return;
    if (forest.dualOfBlossom(blossom, now) > 0) {
      this.#await(blossom);
      return;
    }
    const via = at(forest.via, blossom);
    const tree = at(forest.tree, blossom);
    const entry = this.#blossoms.partHolding(blossom, at(end, via ^ 1));
    const enter = (part: number, label: number, edge: number) => {
      forest.enter(part, label, edge, tree, now);
      if (label === inner && part >= this.#size) this.#await(part);
    };
    forest.leave(blossom, now);
    enter(entry, inner, via);
    const outers: number[] = [];
    this.#blossoms.walkToBase(blossom, entry, (between, link, later) => {
      enter(between, outer, at(mate, at(base, between)));
      enter(later, inner, link ^ 1);
      outers.push(between);
    });
    const parts = this.#blossoms.dissolve(blossom);
    for (const part of outers) this.#scanAll(part);
    for (const part of parts) if (at(forest.label, part) === free) this.#expose(part);
  }
}
