/** How the small tables come to their people. */
export type TablePlan = {
  /** How many of those who like either sit at a small table. */
  either: number;
  /** How many who would rather sit with one other make the one table of three whole: 0, 1 or 2. */
  borrowed: number;
  /** Sizes of the small tables, each 3 or 4. */
  sizes: readonly number[];
};

/**
 * The fewest left over first; then nobody borrowed from a wish for one other; then no trio among the pairs; then as few
 * as possible of those who like either.
 */
export function planTables({ pair, small, either }: { pair: number; small: number; either: number }): TablePlan {
  if (small === 0) return { either: 0, borrowed: 0, sizes: [] };
  const plans: { plan: TablePlan; cost: readonly number[] }[] = [];
  // Six more than needed is every remainder that threes and fours can leave.
  for (let taken = 0; taken <= Math.min(either, 6); taken += 1) {
    for (let borrowed = 0; borrowed <= Math.min(pair, taken === either ? 2 : 0); borrowed += 1) {
      const sizes = sizesOf(small + taken + borrowed);
      if (!sizes || (borrowed > 0 && !sizes.includes(3))) continue;
      const odd = (pair + either - taken - borrowed) % 2;
      const alone = odd === 1 && (borrowed > 0 || pair + either - taken < 3) ? 1 : 0;
      plans.push({ plan: { either: taken, borrowed, sizes }, cost: [alone, borrowed, odd, taken] });
    }
  }
  const best = plans.reduce<(typeof plans)[number] | undefined>(
    (kept, one) => (kept && !before(one.cost, kept.cost) ? kept : one),
    undefined,
  );
  // Nobody there to make the numbers work: as many as fill tables of four, or of three.
  return best?.plan ?? { either: 0, borrowed: 0, sizes: small >= 3 ? (sizesOf(small) ?? [4]) : [] };
}

/** As many tables of four as can be, the rest of three; nothing for 1, 2 and 5 people. */
function sizesOf(people: number): number[] | undefined {
  const tables = Math.ceil(people / 4);
  const threes = tables * 4 - people;
  if (people < 3 || threes > tables) return undefined;
  return [...new Array<number>(tables - threes).fill(4), ...new Array<number>(threes).fill(3)];
}

function before(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((cost, place) => cost !== other[place]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}
