import type { PastVisit, PastWait } from './estimate.ts';

/** A visit that is over, or a wait that came to nothing, as it was written down. */
export type PastTurn = {
  askedAt: Date;
  /** `null`: they were never inside. */
  insideAt: Date | null;
  endedAt: Date;
  /** They knocked, and an answer is no matter of the line. */
  knocked: boolean;
};

type Served = PastTurn & { insideAt: Date };

/** Whoever went in within this, in ms, did not wait. */
const atOnce = 20_000;

/** What can be learnt from the turns at one door: its visits, the oldest first, with what each waited for. */
export function pastVisits(turns: readonly PastTurn[]): PastVisit[] {
  const served = turns.filter((turn): turn is Served => turn.insideAt !== null);
  served.sort((a, b) => a.insideAt.getTime() - b.insideAt.getTime());
  return served.map((turn, n) => {
    const before = served[n - 1];
    const waitedThen = before !== undefined && turn.askedAt < before.endedAt && before.endedAt <= turn.insideAt;
    return {
      lasted: minutes(turn.insideAt, turn.endedAt),
      gap: waitedThen ? minutes(before.endedAt, turn.insideAt) : null,
      wait: waitOf(turn, served, turns),
    };
  });
}

function waitOf(turn: Served, served: readonly Served[], turns: readonly PastTurn[]): PastWait | null {
  const { askedAt, insideAt } = turn;
  const inside = served.find((other) => other !== turn && other.insideAt <= askedAt && askedAt < other.endedAt);
  if (!inside || turn.knocked || insideAt.getTime() - askedAt.getTime() < atOnce) return null;
  const ahead = turns.filter((other) => other.askedAt < askedAt && (other.insideAt ?? other.endedAt) > askedAt);
  return {
    place: ahead.length + 1,
    insideFor: minutes(inside.insideAt, askedAt),
    known: served.filter((other) => other.endedAt <= askedAt).length,
    before: served.filter((other) => other.insideAt > askedAt && other.insideAt < insideAt).length,
    lasted: minutes(askedAt, insideAt),
  };
}

function minutes(from: Date, to: Date): number {
  return Math.max(0, to.getTime() - from.getTime()) / 60_000;
}
