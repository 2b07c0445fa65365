/** What one second of drawing came to. */
export interface Second {
  /** Pictures that were drawn. */
  drawn: number;
  /** Of the second, the share (0 to 1) that the drawing took. */
  busy: number;
}

/** Fewer pictures a second than this are no moving picture any more; of a slower camera, this share of what it gives. */
const floor = { pictures: 12, share: 0.6 };
/** Whoever draws less of the second than this waits for the camera, which in the dark gives few pictures. */
const idle = 0.7;
/** So many slow seconds, less the good ones between them, are more than a hiccup. */
const enough = 5;

/** How many slow seconds stand against the drawing after this one; none to begin with. `rate`: pictures a second of the camera. */
export function slowSeconds(before: number, { drawn, busy }: Second, rate: number): number {
  const slow = drawn < Math.min(floor.pictures, floor.share * rate) && busy >= idle;
  return slow ? before + 1 : Math.max(0, before - 1);
}

/** Whether the camera had better go on as it is. */
export function isTooSlow(seconds: number): boolean {
  return seconds >= enough;
}
