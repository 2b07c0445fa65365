import { createHash, randomBytes } from 'node:crypto';
import { AjarError, type MemberId, type ProgramId } from '@ajar/shared';
import { and, eq, gt, lt } from 'drizzle-orm';
import type { Db, Queryable } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { members, programs } from '../programs/tables.ts';
import { ownerLinkLasts } from './lifetimes.ts';
import { ownerLinks } from './tables.ts';

export type Owner = { name: string; email: string; programName: string };

/** Makes a one-time link's token for the first owner of a programme. Only its hash is kept. */
export async function makeOwnerToken(db: Db, programId: ProgramId): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.delete(ownerLinks).where(lt(ownerLinks.expiresAt, new Date()));
  const expiresAt = new Date(Date.now() + ownerLinkLasts * 1000);
  await db.insert(ownerLinks).values({ tokenHash: hashOf(token), programId, expiresAt });
  return token;
}

/** The programme a token still opens. @throws AjarError `link-used`. */
export async function programOfToken(db: Queryable, token: string): Promise<{ id: ProgramId; name: string }> {
  const [found] = await db
    .select({ id: programs.id, name: programs.name })
    .from(ownerLinks)
    .innerJoin(programs, eq(programs.id, ownerLinks.programId))
    .where(and(eq(ownerLinks.tokenHash, hashOf(token)), gt(ownerLinks.expiresAt, new Date())));
  if (!found) throw linkUsed();
  return found;
}

/**
 * Uses the link up: its owner becomes staff of the programme, which takes the name they gave it. Every link of the
 * programme ends with it, and of two who press at once one gets in.
 * @throws AjarError `link-used`
 */
export async function claimProgram(db: Db, token: string, { name, email, programName }: Owner): Promise<void> {
  await db.transaction(async (tx) => {
    const { id: programId } = await programOfToken(tx, token);
    const used = await tx.delete(ownerLinks).where(eq(ownerLinks.programId, programId)).returning();
    if (!used.some((link) => link.tokenHash === hashOf(token))) throw linkUsed();
    await tx.update(programs).set({ name: programName }).where(eq(programs.id, programId));
    await tx
      .insert(members)
      .values({ id: newId<MemberId>(), programId, email, name, staff: true })
      .onConflictDoUpdate({ target: [members.programId, members.email], set: { staff: true, name } });
  });
}

function linkUsed(): AjarError {
  const message = 'This link has been used or has run out. Start Ajar again to be given a new one.';
  return new AjarError('not-found', 'link-used', message);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
