import type { MemberId } from '@ajar/shared';

/** How much was said since one began to look, in ms: by oneself, and by everybody together. */
export interface Talk {
  own: number;
  all: number;
  /** Who speaks, and since when, in ms. */
  speaker: MemberId | null;
  since: number;
}

export function newTalk(speaker: MemberId | null, at: number): Talk {
  return { own: 0, all: 0, speaker, since: at };
}

/** From now on this person speaks; `null`: nobody. The same again only counts what has passed. */
export function heard(talk: Talk, me: MemberId, speaker: MemberId | null, at: number): Talk {
  const lasted = talk.speaker === null ? 0 : at - talk.since;
  return {
    own: talk.own + (talk.speaker === me ? lasted : 0),
    all: talk.all + lasted,
    speaker,
    since: at,
  };
}

/** So much talk, in ms, says something; less would only be the beginning of a sentence. */
const enough = 30_000;

/** One's own share, in steps of five hundredths; `null` before there is enough to go by. */
export function ownShare({ own, all }: Talk): number | null {
  return all < enough ? null : Math.round((own / all) * 20) / 20;
}
