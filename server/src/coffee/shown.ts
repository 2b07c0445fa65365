import { AjarError, type EncounterId, type MemberId, type ShownAtCoffee } from '@ajar/shared';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable, Transaction } from '../database/index.ts';
import { encounterPeople } from '../encounters/index.ts';
import { particulars } from '../people/tables.ts';
import { members } from '../programs/tables.ts';
import { coffeePeople } from './tables.ts';

/** What somebody does, as others may see it once it is shown. */
const line = {
  memberId: members.id,
  place: members.place,
  profession: particulars.profession,
  stage: particulars.stage,
};

/** From now on this person's line is shown at this coffee. @throws AjarError `nothing-to-show`. */
export async function writeShown(tx: Transaction, id: EncounterId, memberId: MemberId): Promise<void> {
  const [mine] = await tx
    .select(line)
    .from(members)
    .leftJoin(particulars, eq(particulars.memberId, members.id))
    .where(eq(members.id, memberId));
  if (!mine?.place && !mine?.profession && !mine?.stage) {
    const words = 'You have not said yet what you do, so nothing was shown. The people page is where you can.';
    throw new AjarError('conflict', 'nothing-to-show', words);
  }
  await tx
    .update(coffeePeople)
    .set({ shown: true })
    .where(and(eq(coffeePeople.encounterId, id), eq(coffeePeople.memberId, memberId)));
}

/** Who at this coffee has shown what they do, as long as they are in it. Rank is hidden of everybody else. */
export async function shownAt(db: Queryable, id: EncounterId): Promise<ShownAtCoffee[]> {
  const rows = await db
    .select(line)
    .from(coffeePeople)
    .innerJoin(members, eq(members.id, coffeePeople.memberId))
    .innerJoin(
      encounterPeople,
      and(
        eq(encounterPeople.encounterId, coffeePeople.encounterId),
        eq(encounterPeople.memberId, coffeePeople.memberId),
        isNull(encounterPeople.leftAt),
      ),
    )
    .leftJoin(particulars, eq(particulars.memberId, coffeePeople.memberId))
    .where(and(eq(coffeePeople.encounterId, id), eq(coffeePeople.shown, true)))
    .orderBy(asc(members.id));
  return rows.map((row) => ({ ...row, profession: row.profession ?? '' }));
}
