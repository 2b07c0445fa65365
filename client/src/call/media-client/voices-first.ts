/** What the voices one hears leave to the pictures one sees. */
export interface VoicesFirst {
  pictures: 'all' | 'small' | 'none';
  /** Since when, in ms. */
  since: number;
  /** How long pictures rest the next time, in ms. */
  rest: number;
}

/**
 * Share of a voice that is made up from which it is not the loss of a packet here and there: something keeps the voices from
 * coming, and pictures are most of what comes beside them.
 */
const drowned = 0.2;
/** Share up to which the voices are there again. */
const heard = 0.05;
const firstRest = 5_000;
const longestRest = 60_000;
/** How long the node then has to learn, from small pictures, how much there is room for, in ms. */
const learning = 20_000;

export const allPictures: VoicesFirst = { pictures: 'all', since: Number.NEGATIVE_INFINITY, rest: firstRest };

/**
 * After one more look at the moment `now` (ms), since whose last one this share of the worst voice was made up (0 to 1). A way
 * that has just become narrow stays full of pictures for about ten seconds until mediasoup has measured it; without them it
 * is free at once.
 */
export function voicesFirst(before: VoicesFirst, concealed: number, now: number): VoicesFirst {
  const { pictures, since, rest } = before;
  const age = now - since;
  if (pictures === 'none') {
    return age >= rest && (concealed <= heard || age >= longestRest)
      ? { ...before, pictures: 'small', since: now }
      : before;
  }
  if (concealed >= drowned) {
    const again = age < learning + longestRest;
    return { pictures: 'none', since: now, rest: again ? Math.min(rest * 2, longestRest) : firstRest };
  }
  return pictures === 'small' && age >= learning ? { ...before, pictures: 'all', since: now } : before;
}

/** The layer that comes of a picture of which this one is wanted, 0 to 2; `null`: nothing of it for now. */
export function layerBeside(pictures: VoicesFirst['pictures'], wanted: number | null): number | null {
  if (wanted === null || pictures === 'none') return null;
  return pictures === 'small' ? 0 : wanted;
}
