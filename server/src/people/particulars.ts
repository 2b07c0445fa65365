import type { MemberId, OwnParticulars } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Db, Queryable } from '../database/index.ts';
import { likenesses, particulars } from './tables.ts';

const unsaid: OwnParticulars['particulars'] = {
  division: '',
  site: '',
  profession: '',
  stage: null,
  offers: [],
  wants: [],
  interests: [],
  languages: ['en'],
  tableSize: 'pair',
};

/** What somebody has said for chance meetings. With their likeness: for their own eyes alone. */
export async function particularsOf(db: Queryable, memberId: MemberId): Promise<OwnParticulars> {
  const [said] = await db.select().from(particulars).where(eq(particulars.memberId, memberId));
  const [likeness] = await db
    .select({ attribute: likenesses.attribute, value: likenesses.value, wanted: likenesses.wanted })
    .from(likenesses)
    .where(eq(likenesses.memberId, memberId));
  const { memberId: _, ...rest } = said ?? { memberId, ...unsaid };
  return { particulars: rest, likeness: likeness ?? null };
}

/** All of it anew; a likeness of null forgets the one there was. */
export async function setParticulars(
  db: Db,
  memberId: MemberId,
  { particulars: said, likeness }: OwnParticulars,
): Promise<OwnParticulars> {
  const kept = { ...said, offers: once(said.offers), wants: once(said.wants), interests: once(said.interests) };
  await db.transaction(async (tx) => {
    const changed = { target: particulars.memberId, set: kept };
    await tx
      .insert(particulars)
      .values({ memberId, ...kept })
      .onConflictDoUpdate(changed);
    if (likeness) {
      const also = { target: likenesses.memberId, set: likeness };
      await tx
        .insert(likenesses)
        .values({ memberId, ...likeness })
        .onConflictDoUpdate(also);
    } else {
      await tx.delete(likenesses).where(eq(likenesses.memberId, memberId));
    }
  });
  return { particulars: kept, likeness };
}

function once(words: readonly string[]): string[] {
  return [...new Set(words)];
}
