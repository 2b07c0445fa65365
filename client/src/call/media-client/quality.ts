import type { Figures } from './figures.ts';

/** How well somebody comes through, as one would say it. */
export type Quality = 'good' | 'uneven' | 'weak';

const order: readonly Quality[] = ['good', 'uneven', 'weak'];

/**
 * From these on it is uneven, or weak. A voice of which a twelfth is made up takes effort to follow; beyond 600 ms there and
 * back people talk over each other (ITU-T G.114 calls 400 ms one way the limit of what is acceptable).
 */
const limits = {
  uneven: { loss: 0.04, concealed: 0.03, roundTrip: 350 },
  weak: { loss: 0.12, concealed: 0.08, roundTrip: 600 },
} as const;

/** @param roundTrip in ms; `null`: not known. */
export function qualityOf(all: readonly Pick<Figures, 'loss' | 'concealed'>[], roundTrip: number | null): Quality {
  const worst = (name: 'loss' | 'concealed') => Math.max(0, ...all.map((figures) => figures[name]));
  const is = (quality: 'uneven' | 'weak') =>
    worst('loss') >= limits[quality].loss ||
    worst('concealed') >= limits[quality].concealed ||
    (roundTrip ?? 0) >= limits[quality].roundTrip;
  if (is('weak')) return 'weak';
  return is('uneven') ? 'uneven' : 'good';
}

export interface Steadied {
  /** What is shown. */
  quality: Quality;
  /** Looks in a row that found it worse, or better. */
  worse: number;
  better: number;
}

export const steadyGood: Steadied = { quality: 'good', worse: 0, better: 0 };

/** Looks in a row that it takes: one bad moment is not worth a word, and who had a bad one is not told too soon that it is over. */
const toFall = 2;
const toRise = 3;

/** What is shown after one more look. */
export function steadier({ quality, worse, better }: Steadied, seen: Quality): Steadied {
  const difference = order.indexOf(seen) - order.indexOf(quality);
  if (difference === 0) return { quality, worse: 0, better: 0 };
  if (difference > 0)
    return worse + 1 >= toFall ? { quality: seen, worse: 0, better: 0 } : { quality, worse: worse + 1, better: 0 };
  return better + 1 >= toRise ? { quality: seen, worse: 0, better: 0 } : { quality, worse: 0, better: better + 1 };
}

/** Whether one's own camera gives way to one's voice. */
export interface GivingWay {
  rests: boolean;
  /** Looks in a row at which there was too little for both. */
  short: number;
  /** Since when it rests, or goes on, in ms. */
  since: number;
  /** How long it rests before it is tried again, in ms. */
  rest: number;
}

/** Below this, in bit/s, a picture takes from the voice what the voice needs: Opus with its headers takes about 60 kbit/s. */
const enoughForBoth = 110_000;
/** Share of the voice that is lost from which the picture goes where a browser does not tell what can be sent. */
const tooMuchLost = 0.25;
/** Looks in a row before it gives way. */
const toGive = 3;
const firstRest = 15_000;
const longestRest = 120_000;
/** A camera that goes on for so long, in ms, was not tried too early. */
const wellSince = 60_000;

export const goingOn: GivingWay = { rests: false, short: 0, since: 0, rest: firstRest };

export interface Way {
  /** What can be sent, in bit/s; `null`: the browser does not tell. */
  available: number | null;
  /** Share of one's own voice that is lost, 0 to 1. */
  voiceLoss: number;
}

/**
 * After one more look at the moment `now` (ms). While the camera rests nobody can know what there would be room for: it is
 * tried again after a while, later each time that it was too early.
 */
export function giveWay(before: GivingWay, { available, voiceLoss }: Way, now: number): GivingWay {
  if (before.rests) {
    if (now - before.since < before.rest || voiceLoss > tooMuchLost) return before;
    return { rests: false, short: 0, since: now, rest: before.rest };
  }
  const isShort = available === null ? voiceLoss > tooMuchLost : available < enoughForBoth;
  if (!isShort) {
    const well = before.since > 0 && now - before.since >= wellSince;
    return { ...before, short: 0, rest: well ? firstRest : before.rest };
  }
  if (before.short + 1 < toGive) return { ...before, short: before.short + 1 };
  const early = before.since > 0 && now - before.since < wellSince;
  return { rests: true, short: 0, since: now, rest: early ? Math.min(before.rest * 2, longestRest) : firstRest };
}
