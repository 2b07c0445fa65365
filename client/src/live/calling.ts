import type { Duty, hubProtocol, Mine, MyVisit, PersonSeen, PushData, Visitor } from '@ajar/shared';
import { firstName, i18n, listOfNames } from '../words/index.ts';

/** Who has come to my door since `before`. A first look (`null`) calls nobody: they are seen on screen. */
export function newcomers(before: Mine | null, after: Mine): Visitor[] {
  if (!before) return [];
  const known = new Set(before.visitors.map((visitor) => visitor.visitId));
  return after.visitors.filter((visitor) => !known.has(visitor.visitId));
}

/** Where it has become this person's turn since `before`, if it has. At a first look they have just come for it. */
export function newTurn(before: Mine | null, after: Mine): MyVisit | undefined {
  if (!before) return undefined;
  const called = (visits: Mine['visits']) => visits.filter((visit) => visit.comeInFor !== null);
  const known = new Set(called(before.visits).map((visit) => visit.visitId));
  return called(after.visits).find((visit) => !known.has(visit.visitId));
}

/** A staffed door where I am on duty and somebody more waits than before. */
export function fuller(before: Mine | null, after: Mine): Duty | undefined {
  const waited = new Map(before?.duties.map((duty) => [duty.doorId, duty.waiting]));
  return after.duties.find((duty) => duty.onDuty && before && duty.waiting > (waited.get(duty.doorId) ?? 0));
}

/** What the tab says while people wait at my door: `(1) Chidi is knocking`; `null` when nobody does. */
export function doorTitle(visitors: readonly Visitor[]): string | null {
  const last = visitors.at(-1);
  if (!last) return null;
  return `(${visitors.length}) ${visitorWords(last)}`;
}

export function visitorWords({ name, knocked }: Visitor): string {
  return i18n.t(knocked ? 'live:knocking' : 'live:inLine', { name: firstName(name) });
}

type Why = PushData<typeof hubProtocol, 'admitted'>['why'];

/** Why one is called into a conversation just now. */
export function admittedWords(why: Why, people: readonly PersonSeen[]): string {
  const names = listOfNames(people.map((person) => firstName(person.name)));
  return i18n.t(`live:admitted.${why}`, { names, count: people.length });
}

/** That there will be no visit just now. A help desk is called by its whole name, a person by their first. */
export function declinedWords({ mentorName, why, desk }: PushData<typeof hubProtocol, 'declined'>): string {
  return i18n.t(`live:declined.${why}`, { name: desk ? mentorName : firstName(mentorName) });
}
