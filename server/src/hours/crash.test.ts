import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, isNull } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { doorTimes } from '../doorkeeping/tables.ts';
import { missedHours } from '../follows/tables.ts';
import { doorHoursTimes } from './tables.ts';
import { createHoursHouse } from './testing.ts';

test('a server killed between the ask, its answer, the opening and the telling: the door opens once, or is told closed once', {
  timeout: 400_000,
}, async () => {
  const house = await createHoursHouse('2026-03-24T08:00:00Z');
  onTestFinished(() => house.close());
  const { db } = house;
  const { join: joinProgram } = await house.newProgram();
  const [amara, bea] = [await joinProgram('Amara Osei'), await joinProgram('Bea Lindqvist')];
  const hopers = [await joinProgram('Chidi Mensah'), await joinProgram('Dana Whitfield')];
  // Each mentor one hour: Amara answers, Bea does not.
  for (const mentor of [amara, bea]) await house.make(mentor, { rule: null, startsAt: '2026-03-26T16:00' });
  for (const { memberId } of hopers) await house.hopes(memberId, bea.memberId);
  const folder = await mkdtemp(join(tmpdir(), 'ajar-clock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const clock = join(folder, 'now');
  let now = house.now();
  const moveTo = async (at: Date) => {
    now = at;
    await writeFile(`${clock}.new`, String(at.getTime()));
    await rename(`${clock}.new`, clock);
  };
  await moveTo(now);

  const [deaths, mailed]: [string[], string[]] = [[], []];
  let answered = false;
  const goOn = async () => {
    const times = await db.select().from(doorHoursTimes);
    if (times.some((row) => !row.told)) return false;
    if ((await db.select().from(missedHours).where(isNull(missedHours.claimedAt))).length > 0) return false;
    const asked = times.find((row) => row.memberId === amara.memberId && row.phase === 'asked');
    if (asked && !answered) {
      // The press is acknowledged once it is in the database; this process is not the one that dies.
      await house.at(now, () => house.hours.answer(amara, asked.id, 'at-the-hour'));
      answered = true;
      return false;
    }
    const ahead = times.filter((row) => row.phase !== 'over').map((row) => row.until.getTime());
    if (ahead.length === 0) return true;
    if (Math.min(...ahead) > now.getTime()) await moveTo(new Date(Math.min(...ahead)));
    return false;
  };
  const script = join(import.meta.dirname, 'fixtures', 'mortal.ts');
  for (let isOver = false; !isOver; ) {
    const server = spawn(process.execPath, [script, house.url, clock, ...deaths], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const dead = once(server, 'close');
    server.stdout.on('data', (said: Buffer) => {
      for (const line of said.toString().trim().split('\n')) {
        const [, what, name = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
        (what === 'died' ? deaths : mailed).push(name);
      }
    });
    while (server.exitCode === null && server.signalCode === null && !isOver) {
      isOver = await goOn();
      await Promise.race([dead, new Promise((resolve) => setTimeout(resolve, 50))]);
    }
    server.kill('SIGKILL');
    await dead;
  }

  // Amara's door stood open once, from one moment to one other; Bea's did not.
  const stood = await db.select().from(doorTimes);
  expect(stood).toMatchObject([{ memberId: amara.memberId, closedAt: expect.any(Date) }]);
  // Bea's door was told closed once to each, but to whom the server died on the way to the mail server.
  expect(mailed).toHaveLength(hopers.length - 1);
  expect(hopers.map(({ memberId }) => `${memberId}@example.org`)).toContain(mailed[0]);
  expect(await db.select().from(missedHours)).toHaveLength(hopers.length);
  expect(await db.select().from(doorHoursTimes).where(eq(doorHoursTimes.phase, 'over'))).toHaveLength(2);
  for (const death of [
    'ask the mentor',
    'tell that it was asked',
    'turn the door open',
    'tell of a turned door',
    'send a mail',
    'turn the door closed',
  ]) {
    expect(deaths).toContain(death);
  }
});
