/** How long what is heard of somebody waits for packets that come late. */
export interface PlayoutDelay {
  /** Which of the delays it is, from 0: none of ours. */
  step: number;
  /** Share of the voice that had to be made up of late, 0 to 1: each look counts as much as all before it. */
  made: number;
  /** When it became what it is, or was last too little, in ms. */
  since: number;
  /** How long it stays what it is once it is enough, in ms. */
  hold: number;
  /** What was done last. Given up: not even the longest helped. */
  last: 'raised' | 'lowered' | 'given up';
}

/**
 * In ms. A browser's own delay covers 95 packets of 100. Where every twentieth gets lost on its way to the node and is sent
 * again, it comes 60 ms late, and the browser plays on without it. Beyond 280 ms people would talk over each other
 * (ITU-T G.114).
 */
const delays = [0, 120, 200, 280] as const;
const longest = delays.length - 1;

/** Share of a voice that is made up from which waiting is worth it: well before one notices. */
const tooMuch = 0.015;
/** Share that is made up in spite of the longest delay from which that delay is only one thing more to suffer. */
const noHelp = 0.08;
/** How long the browser takes to fill a longer delay by playing slower, in ms. */
const filling = 4_000;
const firstHold = 15_000;
const longestHold = 240_000;

export const noDelay: PlayoutDelay = {
  step: 0,
  made: 0,
  since: Number.NEGATIVE_INFINITY,
  hold: firstHold,
  last: 'lowered',
};

/** The least that is to lie between the coming of a sound and its playing, in ms; 0: what the browser thinks right. */
export const delayOf = ({ step }: PlayoutDelay): number => delays[step] ?? 0;

/**
 * After one more look at the moment `now` (ms), since whose last one this share of the voice was made up (0 to 1). It rises
 * while too much is, and falls step by step when it has long been enough: later each time that it had to rise again at once.
 */
export function playoutDelay(before: PlayoutDelay, concealed: number, now: number): PlayoutDelay {
  const { step, since, last } = before;
  const made = (before.made + concealed) / 2;
  const age = now - since;
  if (made < tooMuch) {
    if (age < before.hold) return { ...before, made };
    return step > 0 ? { ...before, step: step - 1, made, since: now, last: 'lowered' } : { ...noDelay, made };
  }
  if (last === 'raised' && age < filling) return { ...before, made: 0 };
  if (last === 'given up' && age < before.hold) return { ...before, made };
  const longer = Math.min(before.hold * 2, longestHold);
  if (step < longest) {
    const early = last === 'lowered' && age < before.hold;
    return { step: step + 1, made: 0, since: now, hold: early ? longer : before.hold, last: 'raised' };
  }
  if (made < noHelp) return { ...before, made, since: now };
  return { step: 0, made: 0, since: now, hold: longer, last: 'given up' };
}
