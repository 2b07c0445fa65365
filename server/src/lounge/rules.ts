import type { MemberId } from '@ajar/shared';

/** So many wait together at most: a small round in which everybody gets a word in. */
export const loungeSeats = 6;

/** A lounge, as far as the choice of one is concerned. */
type Lounge = { people: readonly { memberId: MemberId }[] };

/**
 * The lounge somebody who waits comes into: the one they are in; or else the first that has a seat and in which there is
 * nobody they must not meet. `undefined`: one of their own, which others come to. So nobody is ever turned away from a
 * lounge, nobody learns that there is another, and nothing tells an empty one from one they must not see.
 * @param lounges those of one door, the oldest first.
 */
export function loungeFor<T extends Lounge>(
  lounges: readonly T[],
  me: MemberId,
  mayMeet: (other: MemberId) => boolean,
): T | undefined {
  const mine = lounges.find((lounge) => lounge.people.some(({ memberId }) => memberId === me));
  return (
    mine ??
    lounges.find(({ people }) => people.length < loungeSeats && people.every(({ memberId }) => mayMeet(memberId)))
  );
}
