/** A month of the calendar, UTC: from its first moment to the first of the next. */
export type Month = { name: string; from: Date; to: Date };

/** So many months are shown at most. */
const mostMonths = 12;

/** The months that are over and in which the programme existed, the latest first. */
export function finishedMonths(since: Date, now: Date): Month[] {
  const months: Month[] = [];
  for (let back = 1; back <= mostMonths; back += 1) {
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
    const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back + 1, 1));
    if (to <= since) break;
    months.push({ name: from.toISOString().slice(0, 7), from, to });
  }
  return months;
}
