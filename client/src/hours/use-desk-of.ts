import type { Duty, MyHours } from '@ajar/shared';
import { useLive } from '../live/index.ts';

/** The help desk that these hours are at; `undefined`: one's own door. */
export function useDeskOf({ doorId }: MyHours): Duty | undefined {
  const duties = useLive((state) => state.corridor?.mine.duties);
  return duties?.find((duty) => duty.doorId === doorId);
}
