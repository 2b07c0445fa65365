import type { VisitLength } from '@ajar/shared';

/** A clock that is a little ahead would ask just before the time, and then wait a minute for nothing. */
const late = 250;

/** In how many ms to ask anew how long a visit may last; `false`: not again, for there is nothing more to say. */
export function askAgainIn(visit: VisitLength | undefined): number | false {
  if (visit?.remindIn == null) return false;
  if (visit.remindIn > 0) return visit.remindIn + late;
  return visit.waiting > 0 ? false : visit.minute;
}
