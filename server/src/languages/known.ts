import type { MemberId, PageLanguage } from '@ajar/shared';
import { inArray, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { chosenLanguages } from './tables.ts';

/** The language each of these people is written to in: what they chose, or what their browser asked for last. */
export async function languagesOf(
  db: Queryable,
  memberIds: readonly MemberId[],
): Promise<(memberId: MemberId) => PageLanguage> {
  const rows = await db
    .select()
    .from(chosenLanguages)
    .where(inArray(chosenLanguages.memberId, [...memberIds]));
  const known = new Map(rows.map(({ memberId, language, seen }) => [memberId, language ?? seen ?? 'en']));
  return (memberId) => known.get(memberId) ?? 'en';
}

/** The same of one person. */
export async function languageOf(db: Queryable, memberId: MemberId): Promise<PageLanguage> {
  return (await languagesOf(db, [memberId]))(memberId);
}

/** Keeps what the browser of this person asks for, for when no page of theirs is open. */
export async function keepSeen(db: Queryable, memberId: MemberId, seen: PageLanguage): Promise<void> {
  await db
    .insert(chosenLanguages)
    .values({ memberId, seen })
    .onConflictDoUpdate({
      target: chosenLanguages.memberId,
      set: { seen },
      setWhere: sql`${chosenLanguages.seen} is distinct from excluded.seen`,
    });
}
