import { AjarError, type Member, type MemberId } from '@ajar/shared';
import { asc, eq } from 'drizzle-orm';
import type { ApiPart, Call } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { isDemoAddress } from './demo.ts';
import { membershipColumns, toMember } from './member.ts';
import { members } from './tables.ts';

export type Programs = { handlers: ApiPart<'members' | 'addMember'> };

/** What staff do with the people of their programme. */
export function createPrograms({ db }: { db: Db }): Programs {
  return {
    handlers: {
      members: async ({ viewer }) => {
        const found = db.select(membershipColumns).from(members);
        return { members: await found.where(eq(members.programId, viewer.program.id)).orderBy(asc(members.name)) };
      },
      addMember: (call) => addMember(db, call),
    },
  };
}

async function addMember(db: Db, { viewer, body }: Call<'addMember'>): Promise<Member> {
  const email = body.email.toLowerCase();
  if (isDemoAddress(email)) {
    throw new AjarError('bad-input', 'demo-address', 'email: this address belongs to the demo. Nothing was changed.');
  }
  const [added] = await db
    .insert(members)
    .values({ id: newId<MemberId>(), programId: viewer.program.id, email, name: body.name, staff: body.staff })
    .onConflictDoNothing()
    .returning();
  if (!added) {
    const message = 'Somebody with this e-mail address is in the programme already. Nothing was changed.';
    throw new AjarError('conflict', 'member-exists', message);
  }
  return toMember(added);
}
