/** How long who is asked to come along may answer, in ms. Whoever asked sees the same whether they said no or nothing. */
export const answerWithin = 2 * 60_000;

/** What was asked before this is not asked any more. */
export const askedSince = (now: Date): Date => new Date(now.getTime() - answerWithin);
