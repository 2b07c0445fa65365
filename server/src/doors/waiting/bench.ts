import { type Range, Waits } from './estimate.ts';
import { type Mentor, mentors, type Wait, waitsAt } from './fixtures/lines.ts';

// Foretells every wait at the doors of made-up mentors as somebody comes to the line, and prints what came of it as JSON:
// `MENTORS SEED`, so many mentors of each kind.

const [count = '20', seed = '2026'] = process.argv.slice(2);
/** Before so many visits neither way says anything. */
const fewest = 5;

/** What others do: the mean of this mentor's visits times the place, give or take a half. */
function naive(past: Wait['past'], place: number): Range {
  const mean = past.reduce((sum, { lasted }) => sum + lasted, 0) / past.length;
  return { from: 0.5 * mean * place, to: 1.5 * mean * place };
}

function measure(mentor: Mentor, first: number) {
  const [ours, others] = [new Tally(), new Tally()];
  let [asked, ms] = [0, 0];
  for (let n = 0; n < Number(count); n += 1) {
    let known: { visits: number; waits: Waits } | undefined;
    for (const { past, standing, began } of waitsAt(mentor, first + 1_000 * n)) {
      if (past.length < fewest) continue;
      const start = performance.now();
      if (known?.visits !== past.length) known = { visits: past.length, waits: Waits.of(past) };
      ours.add(known.waits.estimate(standing), began);
      ms += performance.now() - start;
      asked += 1;
      others.add(naive(past, standing.place), began);
    }
  }
  return { asked, ms: ms / asked, ours: ours.figures(), naive: others.figures() };
}

class Tally {
  readonly #widths: number[] = [];
  #held = 0;
  #asked = 0;

  add(range: Range | null, began: number): void {
    this.#asked += 1;
    if (!range) return;
    this.#widths.push(range.to - range.from);
    if (range.from <= began && began <= range.to) this.#held += 1;
  }

  /** Shares of all that was said, and of all that was asked. */
  figures() {
    const said = this.#widths.length;
    const width = this.#widths.toSorted((a, b) => a - b)[Math.floor(said / 2)] ?? Number.NaN;
    return { held: this.#held / said, said, width, hard: 1 - said / this.#asked };
  }
}

const kinds = Object.entries(mentors).map(([kind, mentor]) => ({ kind, ...measure(mentor, Number(seed)) }));
process.stdout.write(JSON.stringify(kinds));
