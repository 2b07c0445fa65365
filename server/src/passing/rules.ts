import type { MemberId } from '@ajar/shared';
import { pairRound, type Round, scoreOf } from '../coffee/index.ts';

/** How long an offer stands, in ms, whatever is said to it. */
export const offerStands = 20_000;
/** How long, in ms, two people are not offered to each other again, whatever came of it. */
export const askAgainAfter = 7 * 24 * 3_600_000;
/** Offers are counted within this time, in ms: a day that is the same wherever somebody is. */
export const countedWithin = 24 * 3_600_000;

/** Somebody in the corridor who has the switch on, as the choice of offers sees them. Times are ms since the epoch. */
export type UpForChat = {
  memberId: MemberId;
  upUntil: number;
  offersADay: number;
  /** Offers they had within `countedWithin`. */
  offered: number;
  /** Connected right now. */
  around: boolean;
  /** In a call, at the table, at a door, or being asked already. */
  busy: boolean;
};

/** Whether this person may be asked now. */
export function mayBeAsked({ upUntil, offersADay, offered, around, busy }: UpForChat, now: number): boolean {
  return upUntil > now && around && !busy && offered < offersADay;
}

export type Choosing = {
  /** Those who may be asked, and what is known of them. */
  round: Round;
  /** Share of the best possible score from which an offer is worth making, 0 to 1. */
  bar: number;
  /** May these two meet, and were they not asked about each other lately? Symmetric. */
  mayOffer: (a: MemberId, b: MemberId) => boolean;
};

/** Stands in for the one who is left when the number is odd: an offer is never to three. */
const nobody = 'nobody';

/**
 * Who is offered to whom: as many pairs as there can be of people who would gain from meeting, and of these the best.
 * The pairing engine chooses; what must not be offered is forbidden to it as a block is.
 */
export function chooseOffers({ round, bar, mayOffer }: Choosing): [MemberId, MemberId][] {
  // Turns are for coffee: nobody is left over here, they are just not asked.
  const asked = round.people.map((person) => ({ ...person, ...pairsOnly }));
  const [first] = asked;
  if (!first) return [];
  const people = asked.length % 2 === 1 ? [...asked, { ...first, id: nobody }] : asked;
  const worthIt = ([a, b]: [string, string]) => {
    const { permitted, score } = scoreOf(round, a, b);
    return permitted && score >= bar && mayOffer(a as MemberId, b as MemberId);
  };
  const never = pairsOf(people.map((person) => person.id)).filter((pair) => !worthIt(pair));
  const { tables } = pairRound({ ...round, people, blocks: [...round.blocks, ...never] });
  return tables.flatMap((table): [MemberId, MemberId][] => {
    const [a, b, third] = table.people as MemberId[];
    return a && b && third === undefined ? [[a, b]] : [];
  });
}

const pairsOnly = { tableSize: 'pair', leftOverLast: false, trioLast: false } as const;

function pairsOf(ids: readonly string[]): [string, string][] {
  return ids.flatMap((a, at) => ids.slice(at + 1).map((b): [string, string] => [a, b]));
}
