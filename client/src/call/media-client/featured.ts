import type { MemberId } from '@ajar/shared';

/*
 * Whose face stands large in the speaker view. The node says several times a second whose voice is the loudest; a face
 * that followed each of these words would jump at every cough.
 */

/** How long somebody else has spoken before they are shown, pauses not counted, and how long whoever is shown stays, in ms. */
export const holds = 1_500;
export const stays = 3_000;
/** A pause up to this long, in ms, is one for breath or thought: what was said before it counts. */
const pause = 2_000;

export interface Featuring {
  /** Who is shown; `null` before anybody has spoken. */
  featured: MemberId | null;
  /** Since when, in ms. */
  since: number;
  /** Who speaks instead. */
  rival: Rival | null;
}

interface Rival {
  memberId: MemberId;
  /** How long they had spoken before their last pause, in ms. */
  spoken: number;
  /** Since when they speak again, or pause, in ms. */
  at: number;
  speaks: boolean;
}

export const nobodyFeatured: Featuring = { featured: null, since: 0, rival: null };

/** Now this person speaks; `null`: nobody, or oneself. Silence changes nothing by itself. */
export function spoke(before: Featuring, speaker: MemberId | null, at: number): Featuring {
  const now = settled(before, at);
  const { featured, rival } = now;
  if (speaker === null) {
    if (!rival?.speaks) return now;
    return { ...now, rival: { ...rival, spoken: rival.spoken + at - rival.at, at, speaks: false } };
  }
  if (featured === null) return { featured: speaker, since: at, rival: null };
  if (speaker === featured) return { ...now, rival: null };
  if (rival?.memberId !== speaker) return { ...now, rival: { memberId: speaker, spoken: 0, at, speaks: true } };
  if (rival.speaks) return now;
  return { ...now, rival: { ...rival, spoken: at - rival.at <= pause ? rival.spoken : 0, at, speaks: true } };
}

/** When the rival takes the place if they go on speaking, in ms; `null`: there is none, or they pause. */
export function dueAt({ since, rival }: Featuring): number | null {
  return rival?.speaks ? Math.max(rival.at + holds - rival.spoken, since + stays) : null;
}

/** As it is at this time, when nothing more was heard. */
export function settled(before: Featuring, at: number): Featuring {
  const due = dueAt(before);
  if (!before.rival || due === null || at < due) return before;
  return { featured: before.rival.memberId, since: at, rival: null };
}

/** Only these are still here. */
export function among(before: Featuring, here: readonly MemberId[]): Featuring {
  const { featured, rival } = before;
  const featuredLeft = featured !== null && !here.includes(featured);
  const rivalLeft = rival !== null && !here.includes(rival.memberId);
  if (!featuredLeft && !rivalLeft) return before;
  return { ...before, featured: featuredLeft ? null : featured, rival: rivalLeft ? null : rival };
}
