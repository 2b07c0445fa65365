import type { DoorView } from '../view.ts';

/** Many doors, in the order in which they stand in the corridor. */
export interface Arranged {
  /** What stands along the wall. */
  wall: DoorView[];
  /** Open or ajar as well, but beyond what a wall takes. */
  open: DoorView[];
  /** Closed, and this person asked to be told of them. */
  followed: DoorView[];
  rest: DoorView[];
}

/** So many doors stand along the wall, the coffee table besides: two rows of a wide screen. */
const onWall = 11;
/** So many at least, closed ones among them: a bare wall would say that nobody lives here. */
const fewestOnWall = 4;

/** @param views in order: those one may walk through, those ajar, those one follows, the rest. */
export function arranged(views: readonly DoorView[]): Arranged {
  const waitedAt = views.filter((view) => view.visit);
  const light = views.filter((view) => !view.visit && view.look !== 'closed');
  const closed = views.filter((view) => !view.visit && view.look === 'closed');
  const standing = [...waitedAt, ...light];
  const filling = Math.max(0, fewestOnWall - standing.length);
  const listed = closed.slice(filling);
  return {
    wall: [...standing.slice(0, onWall), ...closed.slice(0, filling)],
    open: standing.slice(onWall),
    followed: listed.filter((view) => view.follow),
    rest: listed.filter((view) => !view.follow),
  };
}
