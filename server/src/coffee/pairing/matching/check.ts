import { at, valueAt } from './arrays.ts';
import type { Matching } from './exact.ts';
import type { Edges } from './network.ts';
import { BlossomDuals, worthOf } from './proof.ts';

/**
 * Looks a matching and its proof over, with no trust in how they were found: the pairs are edges and nobody is in two,
 * the duals cover every edge, and they come to what the pairs weigh.
 *
 * @param maxCardinality Whether more pairs were to count before more weight.
 * @returns What is wrong, in words; undefined when the matching is proven to be of most weight.
 */
export function whyNotBest(edges: Edges, matching: Matching, maxCardinality: boolean): string | undefined {
  return whyNoMatching(edges, matching) ?? whyNoProof(edges, matching, maxCardinality);
}

function whyNoMatching({ size, from, to, weight }: Edges, { mate, total, cardinality }: Matching): string | undefined {
  if (mate.length !== size) return `There are ${size} people and ${mate.length} places for a partner.`;
  let paired = 0;
  for (let v = 0; v < size; v += 1) {
    const partner = at(mate, v);
    if (partner < 0) continue;
    if (at(mate, partner) !== v) return `${v} has the partner ${partner}, whose partner is ${at(mate, partner)}.`;
    paired += 1;
  }
  const weights = new Map<number, number>();
  for (let e = 0; e < weight.length; e += 1) {
    const [a, b] = [at(from, e), at(to, e)];
    if (at(mate, a) === b) weights.set(Math.min(a, b), valueAt(weight, e));
  }
  if (weights.size !== paired / 2) return `Only ${weights.size} of ${paired / 2} pairs are edges.`;
  const sum = [...weights.values()].reduce((all, one) => all + one, 0);
  if (sum !== total) return `The pairs weigh ${sum}, and ${total} was said.`;
  return cardinality === paired / 2 ? undefined : `There are ${paired / 2} pairs, and ${cardinality} were said.`;
}

function whyNoProof(edges: Edges, matching: Matching, maxCardinality: boolean): string | undefined {
  const { size, from, to, weight } = edges;
  const { proof, total, cardinality } = matching;
  if (maxCardinality && !outweighs(edges, proof.lift)) return `A lift of ${proof.lift} does not put pairs first.`;
  if (!maxCardinality && proof.lift !== 0) return `Plain weight was lifted by ${proof.lift}.`;
  const blossoms = new BlossomDuals(proof, size);
  for (let n = 0; n < proof.dual.length; n += 1) {
    const count = at(proof.count, n);
    if (count === 0) continue;
    if (valueAt(proof.dual, n) < 0) return `The dual of ${n} is ${valueAt(proof.dual, n)}.`;
    if (count % 2 === 0) return `The blossom ${n} holds ${count}, an even number.`;
    if (n >= size && count !== leavesOf(proof.parent, size, n)) return `The blossom ${n} does not hold ${count}.`;
  }
  for (let e = 0; e < weight.length; e += 1) {
    const [a, b] = [at(from, e), at(to, e)];
    const needed = 2 * (valueAt(weight, e) + proof.lift);
    const covered = valueAt(proof.dual, a) + valueAt(proof.dual, b);
    if (covered < needed && covered + blossoms.between(a, b, needed - covered) < needed) {
      return `The edge of ${a} and ${b} is not covered.`;
    }
  }
  const proven = worthOf(proof, size) / 2;
  const reached = total + cardinality * proof.lift;
  return proven === reached ? undefined : `The duals come to ${proven}, the pairs to ${reached}.`;
}

function outweighs({ size, weight }: Edges, lift: number): boolean {
  let [least, most] = [0, 0];
  for (const [n, w] of weight.entries()) {
    least = n === 0 ? w : Math.min(least, w);
    most = n === 0 ? w : Math.max(most, w);
  }
  return lift + least > Math.floor(size / 2) * (most - least);
}

function leavesOf(parent: Int32Array, size: number, blossom: number): number {
  let leaves = 0;
  for (let v = 0; v < size; v += 1) {
    let b = v;
    while (b >= 0 && b !== blossom) b = at(parent, b);
    if (b === blossom) leaves += 1;
  }
  return leaves;
}
