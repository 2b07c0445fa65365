import {
  assertUnreachable,
  type EncounterId,
  type MemberId,
  type MyCoffee,
  type NodeId,
  type ProgramId,
} from '@ajar/shared';
import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable, Transaction } from '../database/index.ts';
import { encounterPeople, encounters, writeLeft } from '../encounters/index.ts';
import { languageOf } from '../languages/index.ts';
import type { CoffeeStands, CoffeeStep } from './moments.ts';
import { starterIn } from './shipped-starters.ts';
import { shownAt } from './shown.ts';
import { coffeePeople, coffees, seats } from './tables.ts';

/** A coffee under way, as its rows say. */
export type Standing = CoffeeStands & { programId: ProgramId; nodeId: NodeId; starterTurn: number };

/** The coffee of this encounter with its row locked; null: there is none, or it is over. */
export async function lockCoffee(tx: Transaction, id: EncounterId): Promise<Standing | null> {
  // The encounter's row first, as everybody who writes about an encounter does.
  const [opened] = await tx
    .select({ nodeId: encounters.nodeId, openedAt: encounters.openedAt, startedAt: encounters.startedAt })
    .from(encounters)
    .where(and(eq(encounters.id, id), isNull(encounters.endedAt)))
    .for('update');
  if (!opened) return null;
  const [coffee] = await tx.select().from(coffees).where(eq(coffees.encounterId, id)).for('update');
  if (!coffee) return null;
  const people = await tx
    .select({
      memberId: coffeePeople.memberId,
      cameAt: coffeePeople.cameAt,
      staying: coffeePeople.staying,
      joinedAt: encounterPeople.joinedAt,
      leftAt: encounterPeople.leftAt,
    })
    .from(coffeePeople)
    .innerJoin(
      encounterPeople,
      and(
        eq(encounterPeople.encounterId, coffeePeople.encounterId),
        eq(encounterPeople.memberId, coffeePeople.memberId),
      ),
    )
    .where(eq(coffeePeople.encounterId, id));
  return {
    programId: coffee.programId,
    nodeId: opened.nodeId,
    openedAt: opened.openedAt.getTime(),
    startedAt: opened.startedAt?.getTime() ?? null,
    minutes: coffee.minutes,
    extensions: coffee.extensions,
    bell: coffee.bell,
    starterTurn: coffee.starterTurn,
    people: people.map(({ memberId, cameAt, staying, joinedAt, leftAt }) => ({
      memberId,
      came: cameAt !== null,
      joined: joinedAt !== null,
      left: leftAt !== null,
      staying,
    })),
  };
}

/**
 * Writes a step down. The end itself is written by whoever closes the encounter.
 * @returns who is back on their chair, and whether the coffee is over because nobody is left to meet.
 */
export async function takeStep(
  tx: Transaction,
  id: EncounterId,
  coffee: Standing,
  step: CoffeeStep,
  at: Date,
): Promise<{ back: MemberId[]; over: boolean }> {
  const nobody = { back: [], over: false };
  const mine = eq(coffees.encounterId, id);
  switch (step.do) {
    case 'release':
      return await release(tx, id, coffee, step.people, at);
    case 'ring':
      await tx.update(coffees).set({ bell: true }).where(mine);
      return nobody;
    case 'extend':
      await tx
        .update(coffees)
        .set({ bell: false, extensions: coffee.extensions + 1 })
        .where(mine);
      await tx.update(coffeePeople).set({ staying: false }).where(eq(coffeePeople.encounterId, id));
      return nobody;
    case 'end':
    case 'wait':
      return nobody;
    default:
      return assertUnreachable(step);
  }
}

/** Without blame: they are out, and nothing is kept of it. Who did come goes back to where they were in line. */
async function release(
  tx: Transaction,
  id: EncounterId,
  { programId, people }: Standing,
  gone: readonly MemberId[],
  at: Date,
): Promise<{ back: MemberId[]; over: boolean }> {
  const touched = await writeLeft(tx, id, gone, at);
  if (!touched?.ended) return { back: [], over: false };
  const came = people.filter((one) => !one.left && !gone.includes(one.memberId)).map((one) => one.memberId);
  for (const memberId of came) {
    const [line] = await tx
      .select({ since: coffeePeople.since, minutes: coffeePeople.minutes })
      .from(coffeePeople)
      .where(and(eq(coffeePeople.encounterId, id), eq(coffeePeople.memberId, memberId)));
    if (line)
      await tx
        .insert(seats)
        .values({ memberId, programId, ...line, again: true })
        .onConflictDoNothing();
  }
  return { back: came, over: true };
}

/** The coffee this person is at, as only they see it. */
export async function coffeeOf(db: Queryable, memberId: MemberId): Promise<MyCoffee | null> {
  const [row] = await db
    .select({
      encounterId: coffees.encounterId,
      turn: coffees.starterTurn,
      starter: coffees.starter,
      bell: coffees.bell,
      extensions: coffees.extensions,
      staying: coffeePeople.staying,
    })
    .from(encounterPeople)
    .innerJoin(coffees, eq(coffees.encounterId, encounterPeople.encounterId))
    .innerJoin(
      coffeePeople,
      and(eq(coffeePeople.encounterId, coffees.encounterId), eq(coffeePeople.memberId, encounterPeople.memberId)),
    )
    .where(and(eq(encounterPeople.memberId, memberId), isNull(encounterPeople.leftAt)));
  if (!row) return null;
  const starter = row.starter === null ? null : starterIn(row.starter, await languageOf(db, memberId));
  return { ...row, starter, shown: await shownAt(db, row.encounterId) };
}
