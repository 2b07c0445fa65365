import type { MyVisit } from '@ajar/shared';
import { useLive } from '../live/index.ts';
import { firstName } from '../words/index.ts';

/** What a wait is for, as one says it: a mentor by their first name, a staffed door by its own. */
export function useWaitsFor({ doorId, mentorName }: MyVisit): string {
  const kind = useLive(({ corridor }) => corridor?.doors.find((door) => door.doorId === doorId)?.kind);
  return kind === 'staffed' ? mentorName : firstName(mentorName);
}
