import type { MemberId } from '@ajar/shared';

/** Somebody on a chair, ready to be paired. Times are ms since the epoch. */
export type Seated = { memberId: MemberId; since: number };

export type PairRules = {
  /** The hard rule: may these two be paired at all? Symmetric. */
  mayMeet: (a: MemberId, b: MemberId) => boolean;
  /** When these two last met, in ms since the epoch; undefined: never. Symmetric. */
  lastMet: (a: MemberId, b: MemberId) => number | undefined;
};

/**
 * Pairs whoever is at the table: who has waited longest chooses first, among the permitted those never met, then
 * those met longest ago, then those who have waited longest. Nobody appears twice; nobody is paired against a rule;
 * nobody is left while another permitted person is left too.
 */
export function choosePairs(seated: readonly Seated[], { mayMeet, lastMet }: PairRules): [MemberId, MemberId][] {
  const waiting = [...seated].sort((a, b) => a.since - b.since || (a.memberId < b.memberId ? -1 : 1));
  const pairs: [MemberId, MemberId][] = [];
  while (waiting.length > 1) {
    const first = waiting.shift();
    if (!first) break;
    const metAt = (other: Seated) => lastMet(first.memberId, other.memberId) ?? Number.NEGATIVE_INFINITY;
    const partner = waiting
      .filter((other) => mayMeet(first.memberId, other.memberId))
      .reduce<Seated | undefined>((best, other) => (best && metAt(best) <= metAt(other) ? best : other), undefined);
    if (!partner) continue;
    waiting.splice(waiting.indexOf(partner), 1);
    pairs.push([first.memberId, partner.memberId]);
  }
  return pairs;
}
