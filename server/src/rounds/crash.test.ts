import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roundPlan } from '@ajar/shared';
import { eq, isNull, sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { encounterPeople, encounters } from '../encounters/index.ts';
import { createTestHouse } from '../encounters/testing.ts';
import { makeRound } from './kept.ts';
import { roundOccurrences, roundPresence, roundSeats } from './tables.ts';

test('a round whose server is killed at every step ends with every person in exactly one pair a sitting', {
  timeout: 400_000,
}, async () => {
  const house = await createTestHouse();
  onTestFinished(() => house.close());
  const { db, url } = house;
  const { programId, join: joinProgram } = await house.newProgram();
  const people = await Promise.all(Array.from({ length: 6 }, (_, n) => joinProgram(`Person ${n}`)));
  // The media node is not what is tried here: it stays alive through all of it.
  await db.execute(sql`update media_nodes set seen_at = now() + interval '1 hour'`);
  const folder = await mkdtemp(join(tmpdir(), 'ajar-clock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const clock = join(folder, 'now');
  let now = new Date();
  const moveTo = async (at: Date) => {
    now = at;
    await writeFile(`${clock}.new`, String(at.getTime()));
    await rename(`${clock}.new`, clock);
  };
  await moveTo(now);
  const plan = roundPlan.parse({
    name: 'A round',
    invited: null,
    rule: 'FREQ=DAILY',
    startsAt: new Date(now.getTime() + 3_600_000).toISOString().slice(0, 19),
    timeZone: 'UTC',
    sittings: 2,
    sittingSeconds: 600,
    preset: null,
    repeatWindowDays: 0,
  });
  const roundId = await makeRound(db, programId, plan, now);
  const first = async () => {
    const [row] = await db
      .select()
      .from(roundOccurrences)
      .where(eq(roundOccurrences.roundId, roundId))
      .orderBy(roundOccurrences.startsAt);
    return row;
  };

  const deaths: string[] = [];
  let came = false;
  const script = join(import.meta.dirname, 'fixtures', 'mortal.ts');
  for (;;) {
    const server = spawn(process.execPath, [script, url, clock, ...deaths], { stdio: ['ignore', 'pipe', 'inherit'] });
    const dead = once(server, 'exit');
    server.stdout.on('data', (said: Buffer) => deaths.push(...said.toString().trim().split('\n')));
    let isOver = false;
    while (server.exitCode === null && server.signalCode === null && !isOver) {
      const occurrence = await first();
      if (occurrence?.phase === 'gathering' && !came) {
        // Everybody presses "I'm here"; the press is acknowledged once it is in the database.
        came = true;
        await db
          .insert(roundPresence)
          .values(people.map(({ memberId }) => ({ occurrenceId: occurrence.id, memberId })));
      }
      // Time goes on when a stage is done with: so each is died in as often as it has steps.
      if (occurrence?.told && occurrence.until > now) await moveTo(occurrence.until);
      isOver = occurrence?.phase === 'over' && occurrence.told;
      await Promise.race([dead, new Promise((resolve) => setTimeout(resolve, 100))]);
    }
    if (isOver) {
      server.kill('SIGKILL');
      await dead;
      break;
    }
    await dead;
  }

  const everybody = people.map((person) => person.memberId).sort();
  const seats = await db.select().from(roundSeats);
  for (const sitting of [1, 2]) {
    const those = seats.filter((seat) => seat.sitting === sitting);
    expect(those.map((seat) => seat.memberId).sort()).toEqual(everybody);
    const tables = Map.groupBy(those, (seat) => seat.encounterId);
    expect([...tables.values()].map((table) => table.length)).toEqual([2, 2, 2]);
  }
  // No room was opened beside the tables, none is left open, and nobody is in one.
  expect(await db.select().from(encounters)).toHaveLength(6);
  expect(await db.select().from(encounters).where(isNull(encounters.endedAt))).toEqual([]);
  expect(await db.select().from(encounterPeople).where(isNull(encounterPeople.leftAt))).toEqual([]);
  // It died at every kind of step, in every stage.
  for (const step of [
    /^announced 0: /,
    /^gathering 0: pair$/,
    /^gathering 0: place a room$/,
    /^gathering 0: open table 2$/,
    /^sitting 1: call somebody in$/,
    /^sitting 1: tell of the round/,
    /^sitting 1: add rounds.step$/,
    /^between 1: end a table$/,
    /^between 1: pair$/,
    /^between 1: open table 1$/,
    /^sitting 2: call somebody in$/,
    /^over 2: end a table$/,
    /^over 2: add rounds.plan$/,
  ]) {
    expect(
      deaths.some((point) => step.test(point)),
      `${step} among ${deaths.join(', ')}`,
    ).toBe(true);
  }
});
