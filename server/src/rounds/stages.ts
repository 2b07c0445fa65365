import type { RoundPhase } from '@ajar/shared';

/** Where an occurrence stands: its phase, and the number of the sitting (0 before the first). */
export type Stage = { phase: RoundPhase; sitting: number };

/** How long the parts of an occurrence last, in s, and how many sittings it has. */
export type Lengths = {
  sittings: number;
  gatheringSeconds: number;
  sittingSeconds: number;
  betweenSeconds: number;
};

/** So late that it does not happen any more, in s after its time: people have gone by then. */
export const tooLate = 15 * 60;

/** The least gathering, in s, when the server comes to it late. */
const shortGathering = 30;

type Step = (stage: Stage, sittings: number) => Stage;

/** `announced → gathering → sitting n → between → sitting n + 1 → … → over`. */
const steps: Readonly<Record<RoundPhase, Step | null>> = {
  announced: () => ({ phase: 'gathering', sitting: 0 }),
  gathering: () => ({ phase: 'sitting', sitting: 1 }),
  sitting: ({ sitting }, sittings) => ({ phase: sitting < sittings ? 'between' : 'over', sitting }),
  between: ({ sitting }) => ({ phase: 'sitting', sitting: sitting + 1 }),
  over: null,
};

/** What comes after a stage; `null` after the last. An occurrence nobody got round to in time is over at once. */
export function nextStage(stage: Stage, sittings: number, startsAt: Date, now: Date): Stage | null {
  const missed = stage.sitting === 0 && now.getTime() > startsAt.getTime() + tooLate * 1000;
  if (missed && stage.phase !== 'over') return { phase: 'over', sitting: 0 };
  return steps[stage.phase]?.(stage, sittings) ?? null;
}

/** When a stage that begins now ends. Nothing waits for the end of the last. */
export function endOf(stage: Stage, lengths: Lengths, startsAt: Date, now: Date): Date {
  const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  switch (stage.phase) {
    case 'announced':
      return new Date(startsAt.getTime() - lengths.gatheringSeconds * 1000);
    case 'gathering': {
      const short = inSeconds(Math.min(shortGathering, lengths.gatheringSeconds));
      return short > startsAt ? short : startsAt;
    }
    case 'sitting':
      return inSeconds(lengths.sittingSeconds);
    case 'between':
      return inSeconds(lengths.betweenSeconds);
    case 'over':
      return now;
  }
}
