import type { MemberId } from '@ajar/shared';

type Parting = {
  /** Who is expected or inside; both of the two are among them. */
  present: readonly MemberId[];
  blockerId: MemberId;
  blockedId: MemberId;
  /** Whose door the encounter is behind, if it is behind one. */
  hostId: MemberId | null;
};

/**
 * Which of two people leaves an encounter when one blocks the other. The blocked person must see nothing but somebody
 * leaving, so it is the blocker who goes; only from a fuller room behind their own door, which they need not leave, the
 * blocked one is shown out with the words that any visit ends with.
 */
export function whoGoes({ present, blockerId, blockedId, hostId }: Parting): MemberId {
  return present.length > 2 && hostId === blockerId ? blockedId : blockerId;
}
