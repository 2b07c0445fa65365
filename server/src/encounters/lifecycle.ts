import type { EncounterId, EncounterKind, MemberId, NodeId, ProgramId } from '@ajar/shared';
import { AjarError } from '@ajar/shared';
import { and, eq, inArray, isNotNull, isNull, ne, not, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { seats } from '../coffee/tables.ts';
import type { Queryable, Transaction } from '../database/index.ts';
import { doors, visits } from '../doors/tables.ts';
import { newId } from '../ids/index.ts';
import { barredFrom } from './history.ts';
import { encounterPeople, encounters } from './tables.ts';

export type Opening = {
  kind: EncounterKind;
  programId: ProgramId;
  /** Everybody who is to meet: at least two, or whoever waits in a room of their own or a lounge. */
  people: readonly MemberId[];
  /** The media node its room will be on. */
  nodeId: NodeId;
};

/**
 * Writes a new encounter with everybody admitted. Who goes into a call gives up their chair at the coffee table.
 * @throws AjarError `in-a-call` when one of them is in another call; the unique index decides, so no race gets by.
 */
export async function writeOpening(
  tx: Transaction,
  { kind, programId, people, nodeId }: Opening,
): Promise<EncounterId> {
  const id = newId<EncounterId>();
  // In one order always, so that two openings about the same people wait for each other instead of deadlocking.
  const inOrder = [...people].sort();
  if (kind === 'door' || kind === 'lounge') await leaveLounges(tx, inOrder);
  const busy = await inCalls(tx, inOrder);
  if (busy.size > 0) throw inACall();
  await tx.insert(encounters).values({ id, kind, programId, nodeId });
  const written = await tx
    .insert(encounterPeople)
    .values(inOrder.map((memberId) => ({ encounterId: id, memberId })))
    .onConflictDoNothing()
    .returning({ memberId: encounterPeople.memberId });
  if (written.length < inOrder.length) throw inACall();
  await tx.delete(seats).where(inArray(seats.memberId, inOrder));
  return id;
}

/** Admits one more person to an open encounter. @throws AjarError `in-a-call`, `encounter-over`, `not-let-back`. */
export async function writeAdmitted(tx: Transaction, id: EncounterId, memberId: MemberId): Promise<void> {
  const open = await lockOpen(tx, id);
  if (!open) {
    throw new AjarError('conflict', 'encounter-over', 'That conversation is over. Nothing was changed.');
  }
  if (open.kind === 'door' || open.kind === 'lounge') await leaveLounges(tx, [memberId]);
  const written = await tx
    .insert(encounterPeople)
    .values({ encounterId: id, memberId })
    .onConflictDoNothing()
    .returning({ memberId: encounterPeople.memberId });
  if (written.length === 0 && (await barredFrom(tx, id)).has(memberId)) throw notLetBack();
  if (written.length === 0 && !(await writeBack(tx, id, memberId))) throw inACall();
  await tx.delete(seats).where(eq(seats.memberId, memberId));
}

/** Somebody who was in this encounter and left is admitted to it again, unless they are in another now. */
async function writeBack(tx: Transaction, id: EncounterId, memberId: MemberId): Promise<boolean> {
  const other = alias(encounterPeople, 'other');
  const elsewhere = tx
    .select({ id: other.encounterId })
    .from(other)
    .where(and(eq(other.memberId, memberId), isNull(other.leftAt)));
  const before = and(eq(encounterPeople.encounterId, id), eq(encounterPeople.memberId, memberId));
  const back = await tx
    .update(encounterPeople)
    .set({ admittedAt: new Date(), joinedAt: null, leftAt: null })
    .where(and(before, isNotNull(encounterPeople.leftAt), notExists(elsewhere)))
    .returning({ memberId: encounterPeople.memberId });
  return back.length > 0;
}

function inACall(): AjarError {
  return new AjarError('conflict', 'in-a-call', 'One of you is in another conversation just now. Nothing was changed.');
}

function notLetBack(): AjarError {
  return new AjarError(
    'not-allowed',
    'not-let-back',
    'The host of this room has said goodbye for today. Other doors in the corridor are as open as ever.',
  );
}

/** Which of these people are in a call, or admitted to one. */
export async function inCalls(db: Queryable, people: readonly MemberId[]): Promise<Set<MemberId>> {
  if (people.length === 0) return new Set();
  const rows = await db
    .select({ memberId: encounterPeople.memberId })
    .from(encounterPeople)
    .where(and(inArray(encounterPeople.memberId, [...people]), isNull(encounterPeople.leftAt)));
  return new Set(rows.map((row) => row.memberId));
}

/** The same at a door, where those who wait together in a lounge are not in anybody's way. */
export async function inConversations(db: Queryable, people: readonly MemberId[]): Promise<Set<MemberId>> {
  if (people.length === 0) return new Set();
  const rows = await db
    .select({ memberId: encounterPeople.memberId })
    .from(encounterPeople)
    .innerJoin(encounters, and(eq(encounters.id, encounterPeople.encounterId), ne(encounters.kind, 'lounge')))
    .where(and(inArray(encounterPeople.memberId, [...people]), isNull(encounterPeople.leftAt)));
  return new Set(rows.map((row) => row.memberId));
}

/** A lounge is for waiting and gives way to every door: whoever goes in there, or into another lounge, leaves theirs. */
async function leaveLounges(tx: Transaction, people: readonly MemberId[]): Promise<void> {
  const rows = await tx
    .select({ id: encounters.id, memberId: encounterPeople.memberId })
    .from(encounterPeople)
    .innerJoin(encounters, and(eq(encounters.id, encounterPeople.encounterId), eq(encounters.kind, 'lounge')))
    .where(and(inArray(encounterPeople.memberId, [...people]), isNull(encounterPeople.leftAt)))
    .orderBy(encounters.id);
  for (const { id, memberId } of rows) await writeLeft(tx, id, [memberId], new Date());
}

/** What an encounter's change touched, for announcing. */
export type Touched = {
  people: MemberId[];
  ended: boolean;
  /** The node whose room is to be closed, where it ended although people are still in it. */
  closes?: NodeId;
};

/** Somebody came into the room. The second person to come in starts the encounter. Unknown or over: `null`. */
export async function writeJoined(
  tx: Transaction,
  id: EncounterId,
  memberId: MemberId,
  at: Date,
): Promise<Touched | null> {
  const found = await lockOpen(tx, id);
  if (!found) return null;
  const mine = and(eq(encounterPeople.encounterId, id), eq(encounterPeople.memberId, memberId));
  const updated = await tx
    .update(encounterPeople)
    .set({ joinedAt: sql`coalesce(${encounterPeople.joinedAt}, ${at})` })
    .where(and(mine, isNull(encounterPeople.leftAt)))
    .returning({ memberId: encounterPeople.memberId });
  if (updated.length === 0) return null;
  const people = await peopleOf(tx, id);
  const present = people.filter((person) => person.joinedAt && !person.leftAt);
  if (present.length >= 2 && !found.startedAt) {
    await tx.update(encounters).set({ startedAt: at }).where(eq(encounters.id, id));
  }
  return { people: people.map((person) => person.memberId), ended: false };
}

/**
 * Somebody left for good. With fewer than two people expected or present, the encounter is over; a lounge, when nobody is
 * left to wait there. A visit, and the room behind a shared door, is over when its host is gone, for whoever is still in
 * it; while its host is there alone, only if the door is
 * closed: behind one that is open or ajar they may wait for the next.
 * @param barred the host showed them out and does not let them back. Default: false.
 */
export async function writeLeft(
  tx: Transaction,
  id: EncounterId,
  gone: readonly MemberId[],
  at: Date,
  barred = false,
): Promise<Touched | null> {
  const found = await lockOpen(tx, id);
  if (!found || gone.length === 0) return null;
  const ofThis = eq(encounterPeople.encounterId, id);
  await tx
    .update(encounterPeople)
    .set(barred ? { leftAt: at, barredAt: at } : { leftAt: at })
    .where(and(ofThis, inArray(encounterPeople.memberId, [...gone]), isNull(encounterPeople.leftAt)));
  const people = await peopleOf(tx, id);
  const present = people.filter((person) => !person.leftAt).map((person) => person.memberId);
  const room = await sharedRoom(tx, id);
  const waits = room && room.hostId === present[0] && room.state !== 'closed';
  const hostId = room?.hostId ?? (await hostOfVisit(tx, id));
  const hostGone = Boolean(hostId) && !present.some((memberId) => memberId === hostId);
  const fewest = found.kind === 'lounge' ? 1 : 2;
  const ended = hostGone || (present.length < fewest && !waits);
  if (ended) {
    await tx
      .update(encounterPeople)
      .set({ leftAt: at })
      .where(and(ofThis, isNull(encounterPeople.leftAt)));
    await tx.update(encounters).set({ endedAt: at }).where(eq(encounters.id, id));
  }
  // From a room that goes on, only the visits of those who left are over.
  const theirs = ended ? undefined : inArray(visits.visitorId, [...gone]);
  await tx
    .update(visits)
    .set({ state: 'over', endedAt: at })
    .where(and(eq(visits.encounterId, id), eq(visits.state, 'inside'), theirs));
  if (!ended) await tx.update(visits).set({ alone: true }).where(leadsNow(id));
  const closes = hostGone && present.length > (room ? 0 : 1) ? { closes: found.nodeId } : {};
  return { people: people.map((person) => person.memberId), ended, ...closes };
}

/** The shared door whose room this encounter is, if it is one. */
async function sharedRoom(tx: Transaction, id: EncounterId) {
  const [room] = await tx
    .select({ hostId: doors.memberId, state: doors.state })
    .from(doors)
    .where(and(eq(doors.encounterId, id), eq(doors.kind, 'shared')));
  return room;
}

/** Who receives the visitors of a door for one at a time: there are two of them where somebody brought somebody. */
async function hostOfVisit(tx: Transaction, id: EncounterId): Promise<MemberId | null> {
  const [visit] = await tx
    .select({ hostId: visits.hostId })
    .from(visits)
    .where(and(eq(visits.encounterId, id), eq(visits.state, 'inside')))
    .limit(1);
  return visit?.hostId ?? null;
}

/** Where whoever led has left a visit of two that goes on, it is now the other's: one party is inside a door, as ever. */
function leadsNow(id: EncounterId) {
  const shared = sql`exists (select from ${doors} where ${doors.id} = ${visits.doorId} and ${doors.kind} = 'shared')`;
  const led = sql`exists (select from ${visits} as one where one.encounter_id = ${id} and one.state = 'inside' and one.alone)`;
  return and(eq(visits.encounterId, id), eq(visits.state, 'inside'), not(shared), not(led));
}

async function lockOpen(tx: Transaction, id: EncounterId) {
  const [found] = await tx
    .select({ kind: encounters.kind, startedAt: encounters.startedAt, nodeId: encounters.nodeId })
    .from(encounters)
    .where(and(eq(encounters.id, id), isNull(encounters.endedAt)))
    .for('update');
  return found;
}

function peopleOf(tx: Transaction, id: EncounterId) {
  return tx
    .select({
      memberId: encounterPeople.memberId,
      joinedAt: encounterPeople.joinedAt,
      leftAt: encounterPeople.leftAt,
    })
    .from(encounterPeople)
    .where(eq(encounterPeople.encounterId, id));
}
