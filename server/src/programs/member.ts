import type { Member } from '@ajar/shared';
import { members } from './tables.ts';

/** The columns a `Member` is made of. */
export const membershipColumns = {
  memberId: members.id,
  name: members.name,
  email: members.email,
  place: members.place,
  talksAbout: members.talksAbout,
  firstTimeFine: members.firstTimeFine,
  staff: members.staff,
};

/** A row of `members` as the contract's `Member`. */
export function toMember(row: typeof members.$inferSelect): Member {
  const { id: memberId, name, email, place, talksAbout, firstTimeFine, staff } = row;
  return { memberId, name, email, place, talksAbout, firstTimeFine, staff };
}
