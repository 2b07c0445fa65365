import type { Encounter, EncounterId, MemberId, MyEncounter, PersonSeen } from '@ajar/shared';
import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { pairings } from '../coffee/tables.ts';
import type { Db, Queryable } from '../database/index.ts';
import { doors, visits } from '../doors/tables.ts';
import { members } from '../programs/tables.ts';
import { encounterPeople, encounters } from './tables.ts';

const historyLength = 100;

/** One's own encounters, newest first: those in which people did meet. */
export async function encountersOf(db: Db, memberId: MemberId): Promise<Encounter[]> {
  const rows = await db
    .select({
      encounterId: encounters.id,
      kind: encounters.kind,
      startedAt: encounters.startedAt,
      endedAt: encounters.endedAt,
    })
    .from(encounterPeople)
    .innerJoin(encounters, eq(encounters.id, encounterPeople.encounterId))
    .where(and(eq(encounterPeople.memberId, memberId), isNotNull(encounters.startedAt)))
    .orderBy(desc(encounterPeople.admittedAt))
    .limit(historyLength);
  const people = await peopleIn(
    db,
    rows.map((row) => row.encounterId),
  );
  return rows.flatMap(({ encounterId, kind, startedAt, endedAt }) =>
    startedAt
      ? {
          encounterId,
          kind,
          people: people.filter((person) => person.encounterId === encounterId).map(seen),
          startedAt: startedAt.toISOString(),
          endedAt: endedAt?.toISOString() ?? null,
          minutes: endedAt && Math.round((endedAt.getTime() - startedAt.getTime()) / 60_000),
        }
      : [],
  );
}

/** The encounter this person is expected in or inside of: one at most. */
export async function encounterOf(db: Queryable, memberId: MemberId): Promise<MyEncounter | null> {
  const [row] = await db
    .select({ encounterId: encounters.id, kind: encounters.kind, joinedAt: encounterPeople.joinedAt })
    .from(encounterPeople)
    .innerJoin(encounters, eq(encounters.id, encounterPeople.encounterId))
    .where(and(eq(encounterPeople.memberId, memberId), isNull(encounterPeople.leftAt)));
  if (!row) return null;
  const people = (await peopleIn(db, [row.encounterId])).filter((person) => !person.leftAt);
  return {
    encounterId: row.encounterId,
    kind: row.kind,
    with: people.filter((person) => person.memberId !== memberId).map(seen),
    joined: row.joinedAt !== null,
    ...(await asVisit(db, row.encounterId, memberId)),
  };
}

/** What an encounter is to this person if it is a visit: one to them, or their very first. */
async function asVisit(db: Queryable, encounterId: EncounterId, memberId: MemberId) {
  const [visit] = await db
    .select({ hostId: visits.hostId })
    .from(visits)
    .where(eq(visits.encounterId, encounterId))
    .limit(1);
  if (!visit) return { atMyDoor: false, firstVisit: false };
  if (visit.hostId === memberId) return { atMyDoor: true, firstVisit: false };
  const [before] = await db
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.visitorId, memberId), eq(visits.state, 'over')))
    .limit(1);
  return { atMyDoor: false, firstVisit: before === undefined };
}

/** Everybody this person is to meet there: who has left is not. */
export async function othersIn(db: Queryable, encounterId: EncounterId, memberId: MemberId): Promise<PersonSeen[]> {
  const people = await peopleIn(db, [encounterId]);
  return people.filter((person) => person.memberId !== memberId && !person.leftAt).map(seen);
}

/** Whether this person came to the encounter just to listen. */
export async function listeningIn(db: Queryable, encounterId: EncounterId, memberId: MemberId): Promise<boolean> {
  const [row] = await db
    .select({ listening: visits.listening })
    .from(visits)
    .where(and(eq(visits.encounterId, encounterId), eq(visits.visitorId, memberId), eq(visits.state, 'inside')));
  return row?.listening ?? false;
}

/** Who receives the others here and decides in the room: the host of a visit, or of a shared room. By chance, nobody. */
export async function hostIn(db: Queryable, encounterId: EncounterId): Promise<MemberId | null> {
  const [visit] = await db
    .select({ hostId: visits.hostId })
    .from(visits)
    .where(eq(visits.encounterId, encounterId))
    .limit(1);
  if (visit) return visit.hostId;
  // A host may wait in their own room before anybody has come.
  const [door] = await db.select({ hostId: doors.memberId }).from(doors).where(eq(doors.encounterId, encounterId));
  return door?.hostId ?? null;
}

/** Who was shown out of this encounter and is not let back. */
export async function barredFrom(db: Queryable, encounterId: EncounterId): Promise<Set<MemberId>> {
  const rows = await db
    .select({ memberId: encounterPeople.memberId })
    .from(encounterPeople)
    .where(and(eq(encounterPeople.encounterId, encounterId), isNotNull(encounterPeople.barredAt)));
  return new Set(rows.map((row) => row.memberId));
}

/** The sentence this person was told when chance brought them together; null for every other way of meeting. */
export async function reasonFor(db: Queryable, encounterId: EncounterId, memberId: MemberId): Promise<string | null> {
  const [row] = await db
    .select({ reasons: pairings.reasons })
    .from(pairings)
    .where(eq(pairings.encounterId, encounterId));
  return row?.reasons[memberId] ?? null;
}

async function peopleIn(db: Queryable, ids: readonly Encounter['encounterId'][]) {
  if (ids.length === 0) return [];
  return db
    .select({
      encounterId: encounterPeople.encounterId,
      memberId: members.id,
      name: members.name,
      leftAt: encounterPeople.leftAt,
    })
    .from(encounterPeople)
    .innerJoin(members, eq(members.id, encounterPeople.memberId))
    .where(inArray(encounterPeople.encounterId, [...ids]));
}

function seen({ memberId, name }: { memberId: MemberId; name: string }) {
  return { memberId, name };
}
