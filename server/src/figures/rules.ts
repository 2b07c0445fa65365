/** The fewest people a figure may speak of. */
export const fewest = 5;

/** What one division adds to a figure. */
export type Cell = {
  division: string;
  /** Who is behind it, by their part in it: of each part there must be enough. */
  people: readonly ReadonlySet<string>[];
  /** Who is behind what it leaves of another figure that is shown, by part: of each nobody, or enough. */
  rest?: readonly ReadonlySet<string>[];
};

/**
 * Of which divisions a figure may be shown, and whether of all together. Neither a figure shown, nor what is left of the
 * whole when all figures shown are taken away, speaks of one to four people: where it would, the smallest division shown
 * is hidden too (complementary suppression; Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001).
 */
export function mayShow(cells: readonly Cell[]): { whole: boolean; divisions: ReadonlySet<string> } {
  if (!enough(cells)) return { whole: false, divisions: new Set() };
  const bySize = [...cells].sort((a, b) => size(b) - size(a) || (a.division < b.division ? -1 : 1));
  const shown = bySize.filter((cell) => enough([cell]));
  const hidden = bySize.filter((cell) => !shown.includes(cell));
  while (hidden.some((cell) => size(cell) > 0) && !enough(hidden)) {
    const next = shown.pop();
    if (!next) break;
    hidden.push(next);
  }
  return { whole: true, divisions: new Set(shown.map((cell) => cell.division)) };
}

/** Whether all these together speak of enough people. */
export function enough(cells: readonly Cell[]): boolean {
  const left = together(cells.map((cell) => cell.rest ?? []));
  if (left.some((people) => people > 0 && people < fewest)) return false;
  const parts = together(cells.map((cell) => cell.people));
  return parts.length > 0 && parts.every((people) => people >= fewest);
}

/** How many different people there are of each part. */
function together(all: readonly (readonly ReadonlySet<string>[])[]): number[] {
  const parts = Math.max(0, ...all.map((people) => people.length));
  return Array.from({ length: parts }, (_, part) => new Set(all.flatMap((people) => [...(people[part] ?? [])])).size);
}

function size({ people }: Cell): number {
  return Math.max(0, ...people.map((part) => part.size));
}

/** The smallest value that so large a share of all values, 0 to 1, does not exceed (nearest rank). Of none: 0. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
