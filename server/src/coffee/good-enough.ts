/** From this score on, of 0 to 1, a pair is made at once. */
const atOnce = 0.3;

/** After so long together at the table, in ms, any permitted pair is good enough: with what a job takes, within 10 s. */
export const longestPatience = 8_000;

/**
 * How long, in ms, people sit at the table together before meeting is better than waiting for somebody better still: not
 * at all from a score of `atOnce`, and evenly longer the lower the score is. With nobody else around who could sit down,
 * there is nothing to wait for.
 */
export function patienceFor(score: number, somebodyElseAround: boolean): number {
  if (!somebodyElseAround || score >= atOnce) return 0;
  return Math.round(longestPatience * (1 - Math.max(0, score) / atOnce));
}

/** In a programme with no more others than this, people meet again whenever they sit down together. */
const few = 8;

/**
 * The repeat window, in days, as the table keeps it. A programme of ten people cannot keep one of ninety days: somebody
 * who comes every day would have met everybody in nine and sit alone after that. So the window is never longer than there
 * are people beyond the first few; whom one met longest ago, or never, still comes first, by the weights. Rounds keep
 * the programme's window as it is.
 */
export function tableWindow(repeatWindowDays: number, members: number): number {
  return Math.max(0, Math.min(repeatWindowDays, members - 1 - few));
}
