/**
 * A length of time that is not known, as the chance of each minute it may last: `mass[n]` is the chance of n to n + 1
 * minutes, and the last one of everything from there on. `terms`: of how many such lengths it is the sum, which says
 * where within its minute a mass lies.
 */
export type Minutes = { mass: Float64Array; terms: number };

/** Four hours: nobody is told of a wait beyond. */
export const longest = 240;

/** One length after the other, neither knowing of the other. */
export function sum(a: Minutes, b: Minutes): Minutes {
  const mass = new Float64Array(longest);
  const [lastA, lastB] = [lastOf(a.mass), lastOf(b.mass)];
  // What lasts so many minutes or more, of the second: with the first, it is beyond the longest.
  const beyond = new Float64Array(longest + 1);
  for (let n = lastB; n >= 0; n -= 1) beyond[n] = (beyond[n + 1] ?? 0) + (b.mass[n] ?? 0);
  let over = 0;
  for (let i = 0; i <= lastA; i += 1) {
    const chance = a.mass[i] ?? 0;
    if (chance === 0) continue;
    const fits = Math.min(lastB, longest - 2 - i);
    // The innermost of all that is worked out: typed arrays that are walked within their length.
    for (let j = 0; j <= fits; j += 1) mass[i + j] = (mass[i + j] as number) + chance * (b.mass[j] as number);
    over += chance * (beyond[fits + 1] ?? 0);
  }
  mass[longest - 1] = over;
  return { mass, terms: a.terms + b.terms };
}

/** One of these, each with its chance. */
export function mixed(parts: readonly { of: Minutes; chance: number }[]): Minutes {
  const mass = new Float64Array(longest);
  // Where the middles of their minutes differ, the mass is shared between the minutes around.
  const terms = Math.min(...parts.map(({ of }) => of.terms));
  for (const { of, chance } of parts) {
    const shift = (of.terms - terms) / 2;
    const [whole, part] = [Math.floor(shift), shift % 1];
    for (let n = 0; n < longest; n += 1) {
      const here = chance * (of.mass[n] ?? 0);
      if (here === 0) continue;
      const low = Math.min(longest - 1, n + whole);
      const high = Math.min(longest - 1, low + 1);
      mass[low] = (mass[low] ?? 0) + here * (1 - part);
      mass[high] = (mass[high] ?? 0) + here * part;
    }
  }
  return { mass, terms };
}

/** The chance of at most so many minutes. */
export function chanceOfAtMost({ mass, terms }: Minutes, minutes: number): number {
  // A sum of n lengths, each in the middle of its minute, lies (n - 1) / 2 minutes above the sum of their minutes.
  const at = minutes - (terms - 1) / 2;
  if (at <= 0) return 0;
  let chance = 0;
  const whole = Math.min(longest, Math.floor(at));
  for (let n = 0; n < whole; n += 1) chance += mass[n] ?? 0;
  return Math.min(1, chance + (mass[whole] ?? 0) * (at - whole));
}

/** The minutes that it does not exceed with this chance. */
export function quantile({ mass, terms }: Minutes, chance: number): number {
  let left = chance;
  for (let n = 0; n < longest; n += 1) {
    const here = mass[n] ?? 0;
    if (here >= left && here > 0) return n + left / here + (terms - 1) / 2;
    left -= here;
  }
  return longest;
}

function lastOf(mass: Float64Array): number {
  let last = longest - 1;
  while (last > 0 && (mass[last] ?? 0) < 1e-5) last -= 1;
  return last;
}
