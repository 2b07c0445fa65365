import type { MemberId } from '@ajar/shared';
import { longestPatience, patienceFor } from './good-enough.ts';
import { type PairedTable, type Pairing, type Round, scoreOf } from './pairing/index.ts';

/** Somebody on a chair, here and free. */
export type Waiting = { memberId: MemberId; since: number };

export type Looking = {
  here: readonly Waiting[];
  /** What a pairing of exactly these people goes by. */
  round: Round;
  pair: (round: Round) => Promise<Pairing>;
  /** Whether anybody else is in the corridor who could sit down and be the better match. */
  somebodyElseAround: boolean;
  now: number;
};

/** One drawing and those of its tables that are to open now. */
export type Drawn = { round: Round; pairing: Pairing; open: PairedTable[] };

export type Seen = {
  drawn: Drawn[];
  /** When to look again, if nobody sits down or leaves before, in ms since the epoch; null: then only. */
  again: number | null;
};

/**
 * One look at the table. The best tables for everybody are drawn, and those open that are good enough for how long their
 * people have sat together. Among whoever stays, two who may meet and have sat together for the longest patience are
 * brought together with whom it may be: so nobody waits longer than that with a permitted partner at the table.
 */
export async function lookAt(looking: Looking): Promise<Seen> {
  const { here, round, now } = looking;
  const since = new Map(here.map((one) => [one.memberId as string, one.since]));
  const first = await draw(looking, round, since);
  const readyAt = (table: PairedTable) => together(table, since) + patienceOf(round, table, looking.somebodyElseAround);
  const open = first.pairing.tables.filter((table) => readyAt(table) <= now);
  const gone = new Set(open.flatMap((table) => table.people));
  const drawn: Drawn[] = [{ ...first, open }];

  const overdue = overduePeople(
    round,
    here.filter(({ memberId }) => !gone.has(memberId)),
    now,
  );
  if (overdue.length > 1) {
    const second = await draw(looking, roundWith(round, overdue), since);
    drawn.push({ ...second, open: second.pairing.tables });
    for (const id of second.pairing.tables.flatMap((table) => table.people)) gone.add(id);
  }
  const still = first.pairing.tables.filter((table) => table.people.every((id) => !gone.has(id)));
  return { drawn, again: still.length > 0 ? Math.min(...still.map(readyAt)) : null };
}

/**
 * Draws without anybody who would sit as they did not ask to: at the table one can wait a moment longer instead. The
 * receipt's round is of those who were drawn.
 */
async function draw({ pair }: Looking, round: Round, since: ReadonlyMap<string, number>): Promise<Omit<Drawn, 'open'>> {
  let left = round;
  for (;;) {
    const pairing = await pair(left);
    const misfits = pairing.tables.flatMap((table) => misfitOf(round, table, since) ?? []);
    if (misfits.length === 0) return { round: left, pairing };
    left = roundWith(
      left,
      left.people.map((person) => person.id).filter((id) => !misfits.includes(id)),
    );
  }
}

/** Who of a table that does not fit waits: never who goes first if it can be helped, then who leaves the better pair. */
function misfitOf(round: Round, { people }: PairedTable, since: ReadonlyMap<string, number>): string | undefined {
  const persons = round.people.filter((person) => people.includes(person.id));
  const wrong = people.length > 2 ? 'pair' : 'small';
  const [misfit] = persons
    .filter((person) => person.tableSize === wrong)
    .map(({ id }) => {
      const rest = persons.filter((person) => person.id !== id);
      const first = rest.filter((person) => person.leftOverLast).length;
      return {
        id,
        first,
        score: leastScore(
          round,
          rest.map((person) => person.id),
        ),
        since: since.get(id) ?? 0,
      };
    })
    .sort((a, b) => b.first - a.first || b.score - a.score || b.since - a.since);
  return misfit?.id;
}

/** Since when all of a table have sat at the same time. */
function together(table: PairedTable, since: ReadonlyMap<string, number>): number {
  return Math.max(...table.people.map((id) => since.get(id) ?? 0));
}

function patienceOf(round: Round, { people }: PairedTable, somebodyElseAround: boolean): number {
  return patienceFor(leastScore(round, people), somebodyElseAround);
}

/** Of the two who would gain least from meeting. */
function leastScore(round: Round, people: readonly string[]): number {
  return Math.min(1, ...people.flatMap((a, at) => people.slice(at + 1).map((b) => scoreOf(round, a, b).score)));
}

function overduePeople(round: Round, staying: readonly Waiting[], now: number): string[] {
  const patient = staying.filter(({ since }) => now - since >= longestPatience).map((one) => one.memberId);
  return patient.filter((a) => patient.some((b) => a !== b && scoreOf(round, a, b).permitted));
}

function roundWith(round: Round, ids: readonly string[]): Round {
  const kept = new Set(ids);
  const both = ([a, b]: [string, string]) => kept.has(a) && kept.has(b);
  return {
    ...round,
    people: round.people.filter((person) => kept.has(person.id)),
    blocks: round.blocks.filter(both),
    met: round.met.filter(({ people }) => both(people)),
    supervisions: round.supervisions.filter(both),
  };
}
