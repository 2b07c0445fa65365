import type {
  Admission,
  DeclinedBecause,
  DoorId,
  EncounterId,
  hubProtocol,
  MemberId,
  ProgramId,
  PushData,
  VisitId,
} from '@ajar/shared';

export type AdmittedBecause = PushData<typeof hubProtocol, 'admitted'>['why'];

/**
 * What features tell the corridor after they have written it down. The hub turns it into pushes; a feature
 * never holds a socket. Call these after the transaction has committed.
 */
export interface Announcer {
  /** The door, or what stands behind it, looks different now. */
  doorsChanged(doorIds: readonly DoorId[]): Promise<void>;
  /** The same, for the doors these people hold, if they do. */
  doorsOfChanged(memberIds: readonly MemberId[]): Promise<void>;
  /** What only these people see has changed: their line, their visits, their seat, their encounter. */
  mineChanged(memberIds: readonly MemberId[]): Promise<void>;
  /**
   * These people go into a call, or wait where somebody does: the doors they hold and what they see look different.
   * Told a moment later, and once for all that happens in it: nobody waits for it while pictures are on their way.
   */
  goIn(memberIds: readonly MemberId[]): void;
  tableChanged(programId: ProgramId): Promise<void>;
  /** The round that concerns them looks different now: to these people, or to everybody in the programme. */
  roundChanged(programId: ProgramId, memberIds?: readonly MemberId[]): Promise<void>;
  /** Come in. */
  admit(memberId: MemberId, admission: Admission, why: AdmittedBecause): void;
  /** There will be no visit just now. Default: because the mentor said so. `desk`: the name is that of a help desk. */
  declined(memberId: MemberId, visitId: VisitId, mentorName: string, why?: DeclinedBecause, desk?: boolean): void;
  /** The mentor had to end this visit. */
  movedOn(memberId: MemberId, encounterId: EncounterId, mentorName: string): void;
  /** Somebody sat down for coffee, as this person wanted to be told. */
  tableCalls(memberId: MemberId): void;
}
