import type { ProgramId } from '@ajar/shared';
import { and, asc, eq, notExists, notLike, sql } from 'drizzle-orm';
import type { Db, Queryable } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { demoDomain, seedDemo } from './demo.ts';
import { members, programs } from './tables.ts';

const seedingLock = 0x616a7367;

export type PreparedPrograms = {
  /** The programme nobody answers for yet; its first owner comes in by a one-time link. */
  ownerless: ProgramId | null;
};

/**
 * Sees that there is a programme: the demo where that may be, else an empty one. Servers that start together take turns,
 * and a start that was interrupted is finished by the next.
 * @param demo whether demo people may be signed in as here; if not, they do not count as staff either.
 */
export async function prepareProgram(db: Db, { demo }: { demo: boolean }): Promise<PreparedPrograms> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${seedingLock})`);
    const [known] = await tx.select({ id: programs.id }).from(programs).limit(1);
    if (known) return;
    if (demo) await seedDemo(tx);
    else await tx.insert(programs).values({ id: newId<ProgramId>(), name: 'Mentoring' });
  });
  return { ownerless: await ownerlessProgram(db, demo) };
}

async function ownerlessProgram(db: Queryable, demo: boolean): Promise<ProgramId | null> {
  const real = demo ? undefined : notLike(members.email, `%@${demoDomain}`);
  const owners = db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.programId, programs.id), eq(members.staff, true), real));
  const [found] = await db
    .select({ id: programs.id })
    .from(programs)
    .where(notExists(owners))
    .orderBy(asc(programs.createdAt))
    .limit(1);
  return found?.id ?? null;
}
