/** One set of words a person, as bits: `width` 32-bit numbers each. */
export type Bits = { width: number; bits: Uint32Array };

/** @param numbers Which bit is which word; words that are missing are added. */
export function bitsOf(sets: readonly (readonly string[])[], numbers = new Map<string, number>()): Bits {
  for (const set of sets) {
    for (const word of set) if (word && !numbers.has(word)) numbers.set(word, numbers.size);
  }
  const width = Math.max(1, Math.ceil(numbers.size / 32));
  const bits = new Uint32Array(sets.length * width);
  for (const [place, set] of sets.entries()) {
    for (const word of set) {
      const number = numbers.get(word);
      if (number === undefined) continue;
      const at = place * width + (number >>> 5);
      bits[at] = (bits[at] ?? 0) | (1 << (number & 31));
    }
  }
  return { width, bits };
}

/** How many words the set of `a` in `left` and the set of `b` in `right` share. Both are over the same words. */
export function inCommon(left: Bits, a: number, right: Bits, b: number): number {
  let shared = 0;
  for (let word = 0; word < left.width; word += 1) {
    const both = (left.bits[a * left.width + word] ?? 0) & (right.bits[b * right.width + word] ?? 0);
    if (both !== 0) shared += ones(both);
  }
  return shared;
}

/** Bits set in a 32-bit number (Warren, Hacker's Delight, section 5-1). */
function ones(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The numbers of the words in the set of a person. */
export function numbersIn({ width, bits }: Bits, person: number): number[] {
  const numbers: number[] = [];
  for (let word = 0; word < width; word += 1) {
    for (let left = bits[person * width + word] ?? 0; left !== 0; left &= left - 1) {
      numbers.push(32 * word + 31 - Math.clz32(left & -left));
    }
  }
  return numbers;
}
