import { at, valueAt } from './arrays.ts';
import type { Class, Trait } from './crowd.ts';

/** People by some of what is weighed by trait and class: those of one kind are alike in all of that. */
export class Kinds {
  /** By person. */
  readonly of: Int32Array;
  /** By kind: what it adds to meet somebody of that kind, for the person who was asked about last. */
  readonly worth: Float64Array;
  /** The most of `worth`. */
  highest = 0;
  readonly #traits: readonly (Trait & { ofKind: Int32Array })[];
  readonly #classes: readonly (Class & { ofKind: Int32Array; table: Float64Array })[];
  #asked = -1;

  constructor(size: number, traits: readonly Trait[], classes: readonly Class[]) {
    const parts = [...traits, ...classes].map(({ of }) => of);
    const numbers = new Map<string, number>();
    const examples: number[] = [];
    this.of = Int32Array.from({ length: size }, (_, person) => {
      const key = parts.map((of) => of[person]).join(' ');
      const kind = numbers.get(key) ?? numbers.size;
      if (kind === numbers.size) {
        numbers.set(key, kind);
        examples.push(person);
      }
      return kind;
    });
    this.worth = new Float64Array(examples.length);
    const ofKind = (of: Int32Array) => Int32Array.from(examples, (person) => at(of, person));
    this.#traits = traits.map((trait) => ({ ...trait, ofKind: ofKind(trait.of) }));
    this.#classes = classes.map((one) => ({ ...one, ofKind: ofKind(one.of), table: tableOf(one) }));
  }

  /** Fills `worth` and `highest` for this person. */
  ask(person: number): void {
    const kind = at(this.of, person);
    if (kind === this.#asked) return;
    this.#asked = kind;
    const { worth } = this;
    worth.fill(0);
    for (const { ofKind, same, differ } of this.#traits) {
      const mine = at(ofKind, kind);
      if (mine < 0 || (same === 0 && differ === 0)) continue;
      for (let k = 0; k < worth.length; k += 1) {
        const theirs = at(ofKind, k);
        if (theirs >= 0) worth[k] = valueAt(worth, k) + (theirs === mine ? same : differ);
      }
    }
    for (const { ofKind, count, table } of this.#classes) {
      const first = at(ofKind, kind) * count;
      for (let k = 0; k < worth.length; k += 1) worth[k] = valueAt(worth, k) + valueAt(table, first + at(ofKind, k));
    }
    let highest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < worth.length; k += 1) if (valueAt(worth, k) > highest) highest = valueAt(worth, k);
    this.highest = highest;
  }
}

function tableOf({ count, worth }: Class): Float64Array {
  return Float64Array.from({ length: count * count }, (_, n) => worth(Math.floor(n / count), n % count));
}
