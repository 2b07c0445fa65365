import type { Member, PageLanguage, programSummary } from '@ajar/shared';
import type { z } from 'zod';

export type ProgramSummary = z.infer<typeof programSummary>;

/** The signed-in person behind a request or a hub socket. `member` and `program` are both there or both `null`. */
export type Viewer = {
  userId: string;
  /** Lower case. */
  email: string;
  /** Signed in as a person of the demo programme. */
  demo: boolean;
  /** The language they chose, if they did. */
  language?: PageLanguage | null;
  /** What the browser of their last visit asked for, as far as that was kept. */
  seenLanguage?: PageLanguage | null;
  member: Member | null;
  program: ProgramSummary | null;
};

/** A viewer who is in a programme. */
export type MemberViewer = Viewer & { member: Member; program: ProgramSummary };

export function isMember(viewer: Viewer): viewer is MemberViewer {
  return viewer.member !== null && viewer.program !== null;
}
