import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { answer } from './answers.ts';
import { createRoundHouse } from './testing.ts';

test('a server killed with every letter it sends writes to nobody twice, and the next goes on with the rest', {
  timeout: 240_000,
}, async () => {
  const now = '2026-03-12T11:00:00Z';
  const house = await createRoundHouse('2026-03-10T08:00:00Z');
  onTestFinished(() => house.close());
  const { programId, join: joinProgram } = await house.newProgram();
  const people = await Promise.all(['One', 'Two'].map((name) => joinProgram(name)));
  const roundId = await house.make(programId, { rule: 'FREQ=WEEKLY;BYDAY=SU', startsAt: '2026-03-01T12:00' });
  for (const person of people) await answer(house.db, person, roundId, { cadence: 'every' });
  const script = join(import.meta.dirname, 'fixtures', 'mortal-post.ts');
  const serve = () =>
    new Promise<{ said: string; killed: boolean }>((done) => {
      execFile(process.execPath, [script, house.url, now], (error, said) =>
        done({ said: said.trim(), killed: error?.signal === 'SIGKILL' }),
      );
    });
  const letters: string[] = [];
  for (const _ of people) {
    const { said, killed } = await serve();
    expect(killed).toBe(true);
    letters.push(said);
  }
  expect(await serve()).toEqual({ said: '', killed: false });
  const { id } = await house.current(roundId);
  const each = people.map(({ memberId }) => `${memberId}@example.org ${id}.invitation.${memberId}`);
  expect(letters.toSorted()).toEqual(each.toSorted());
});
