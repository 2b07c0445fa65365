import { AjarError, type EncounterId, type MemberId, type PersonSeen, type ProgramId } from '@ajar/shared';
import { and, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import { type Encounters, encounterPeople, encounters } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import { members } from '../programs/tables.ts';
import { coffees } from './tables.ts';

type Untold = { encounterId: EncounterId; programId: ProgramId; people: PersonSeen[] };

/** Its people have been called, and it is minded. */
export async function writeTold(db: Db, id: EncounterId): Promise<void> {
  await db.update(coffees).set({ told: true }).where(eq(coffees.encounterId, id));
}

/**
 * The coffees poured before `before` whose people may not have been called. Their time to show up begins now: they could
 * not come before they knew.
 */
export async function untold(db: Db, before: Date): Promise<Untold[]> {
  return await db.transaction(async (tx) => {
    const found = await tx
      .select({ encounterId: encounters.id, programId: encounters.programId })
      .from(encounters)
      .innerJoin(coffees, eq(coffees.encounterId, encounters.id))
      .where(and(eq(coffees.told, false), isNull(encounters.endedAt), lt(encounters.openedAt, before)))
      .orderBy(encounters.id)
      .for('update', { of: encounters });
    if (found.length === 0) return [];
    const ids = found.map((coffee) => coffee.encounterId);
    await tx.update(encounters).set({ openedAt: new Date() }).where(inArray(encounters.id, ids));
    const expected = await tx
      .select({ encounterId: encounterPeople.encounterId, memberId: members.id, name: members.name })
      .from(encounterPeople)
      .innerJoin(members, eq(members.id, encounterPeople.memberId))
      .where(and(inArray(encounterPeople.encounterId, ids), isNull(encounterPeople.leftAt)));
    return found.map((coffee) => ({
      ...coffee,
      people: expected
        .filter((person) => person.encounterId === coffee.encounterId)
        .map(({ memberId, name }) => ({ memberId, name })),
    }));
  });
}

/** Calls one person into a coffee once more; a page that is there already takes no notice. */
export async function callAgain(
  encounters: Encounters,
  announcer: Pick<Announcer, 'admit'>,
  id: EncounterId,
  person: { memberId: MemberId; name: string },
): Promise<void> {
  try {
    announcer.admit(person.memberId, await encounters.enter(id, person), 'coffee');
  } catch (thrown) {
    // Over by now: then there is nobody to call.
    if (!(thrown instanceof AjarError) || thrown.category !== 'conflict') throw thrown;
  }
}
