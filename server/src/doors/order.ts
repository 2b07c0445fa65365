/*
 * The line at a door as a list, first first. These are all the ways in which it ever changes; whatever else happens
 * (a reload, a coffee, a closed laptop) leaves everybody where they are.
 */

/** Somebody in line, as far as the order is concerned. */
export type InLine = {
  /** Names the place; unique in the line. */
  id: string;
  /** Has never been inside this door. */
  firstTime: boolean;
  /** Is called just now. */
  called: boolean;
};

export type LineRules = {
  /** First-time visitors go before those who have been inside before, among themselves as they came. */
  newcomersFirst: boolean;
};

/**
 * Takes a place: the last one; or, where first-time visitors go first and this is one, the place before everybody at the
 * end of the line who has been inside. Nobody who is called is overtaken, nor anybody before them.
 */
export function join<T extends InLine>(line: readonly T[], entrant: T, { newcomersFirst }: LineRules): T[] {
  if (!newcomersFirst || !entrant.firstTime) return [...line, entrant];
  const behind = 1 + line.findLastIndex((other) => other.firstTime || other.called);
  return line.toSpliced(behind, 0, entrant);
}

/** Goes back exactly one place: behind whoever comes next, or nowhere when nobody does. */
export function oneBack<T extends InLine>(line: readonly T[], id: string): T[] {
  const at = line.findIndex((one) => one.id === id);
  const [one, next] = line.slice(at, at + 2);
  if (at < 0 || !one || !next) return [...line];
  return line.toSpliced(at, 2, next, one);
}

/**
 * The moments by which turns are counted, in ms since 1970, for a line in this order: those it has already, handed out
 * anew, so that the order of moments is the order of the line. Two that are the same are set 1 ms apart.
 */
export function turnsOf(line: readonly { turnAt: number }[]): number[] {
  const turns = line.map((one) => one.turnAt).sort((a, b) => a - b);
  let last = Number.NEGATIVE_INFINITY;
  return turns.map((turn) => {
    last = Math.max(turn, last + 1);
    return last;
  });
}
