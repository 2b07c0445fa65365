import { AjarError, type Member, type MemberId } from '@ajar/shared';
import { and, desc, eq } from 'drizzle-orm';
import type { ApiPart, Call, MemberViewer } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import { toMember } from '../programs/index.ts';
import { members } from '../programs/tables.ts';
import { particularsOf, setParticulars } from './particulars.ts';
import { blocks } from './tables.ts';

export type PeopleOptions = {
  db: Db;
  /** Told after somebody's name plate has changed. Default: nobody. */
  onProfileChanged?: (memberId: MemberId) => void;
  /** Told after a block between two people was made or lifted. Default: nobody. */
  onBlocksChanged?: (blockerId: MemberId, blockedId: MemberId) => void;
};

export type People = {
  handlers: ApiPart<'me' | 'setProfile' | 'particulars' | 'setParticulars' | 'block' | 'unblock' | 'blocks'>;
};

/** What people do about themselves and each other. */
export function createPeople({ db, onProfileChanged, onBlocksChanged }: PeopleOptions): People {
  return {
    handlers: {
      me: ({ viewer: { email, demo, member, program } }) => ({
        email,
        demo,
        membership: member && program && { member, program },
      }),
      setProfile: async (call) => {
        const changed = await setProfile(db, call);
        onProfileChanged?.(changed.memberId);
        return changed;
      },
      particulars: ({ viewer }) => particularsOf(db, viewer.member.memberId),
      setParticulars: ({ viewer, body }) => setParticulars(db, viewer.member.memberId, body),
      block: async ({ viewer, params }) => {
        const pair = await pairOf(db, viewer, params.memberId);
        await db.insert(blocks).values(pair).onConflictDoNothing();
        onBlocksChanged?.(pair.blockerId, pair.blockedId);
        return {};
      },
      unblock: async ({ viewer, params }) => {
        const pair = await pairOf(db, viewer, params.memberId);
        const own = and(eq(blocks.blockerId, pair.blockerId), eq(blocks.blockedId, pair.blockedId));
        await db.delete(blocks).where(own);
        onBlocksChanged?.(pair.blockerId, pair.blockedId);
        return {};
      },
      blocks: async ({ viewer }) => ({
        people: await db
          .select({ memberId: members.id, name: members.name })
          .from(blocks)
          .innerJoin(members, eq(members.id, blocks.blockedId))
          .where(eq(blocks.blockerId, viewer.member.memberId))
          .orderBy(desc(blocks.createdAt)),
      }),
    },
  };
}

async function setProfile(db: Db, { viewer, body }: Call<'setProfile'>): Promise<Member> {
  // Drizzle skips fields that were not sent, and refuses to update none.
  if (Object.values(body).every((value) => value === undefined)) return viewer.member;
  const [changed] = await db.update(members).set(body).where(eq(members.id, viewer.member.memberId)).returning();
  if (!changed) throw noSuchMember();
  return toMember(changed);
}

async function pairOf(db: Db, viewer: MemberViewer, other: MemberId) {
  if (other === viewer.member.memberId) {
    throw new AjarError('bad-input', 'own-block', 'memberId: you cannot block yourself. Nothing was changed.');
  }
  const inProgram = and(eq(members.id, other), eq(members.programId, viewer.program.id));
  const [known] = await db.select({ id: members.id }).from(members).where(inProgram);
  if (!known) throw noSuchMember();
  return { blockerId: viewer.member.memberId, blockedId: other };
}

function noSuchMember(): AjarError {
  return new AjarError('not-found', 'no-such-member', 'There is nobody like that in your programme.');
}
