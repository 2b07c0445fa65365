import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { AjarError } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { doors } from '../doors/tables.ts';
import { Follows } from './follows.ts';
import { follows, followTellings } from './tables.ts';
import { createFollowHouse, type FollowHouse, linkSecret } from './testing.ts';

/** Opens a door that nobody was told of, long enough ago that whoever opened it never will. */
async function openUntold(house: FollowHouse, names: readonly string[]) {
  const amara = await house.join('Amara Osei');
  const people = await Promise.all(names.map((name) => house.join(name)));
  await house.doors.set(amara, 'open');
  await house.doors.set(amara, 'closed');
  const doorId = await house.doorOf(amara.memberId);
  for (const { memberId } of people) await house.follow(memberId, doorId, memberId === people[1]?.memberId);
  await house.doors.set(amara, 'open');
  const ago = new Date(Date.now() - 10_000);
  await house.db.update(doors).set({ openedAt: ago, openSince: ago }).where(eq(doors.id, doorId));
  await house.db.update(follows).set({ since: new Date(ago.getTime() - 60_000) });
  return { people, doorId };
}

test('a server killed with every mail it sends tells nobody twice, and the next goes on with the rest', {
  timeout: 240_000,
}, async () => {
  const house = await createFollowHouse();
  const { people } = await openUntold(house, ['Bea', 'Chidi']);
  const script = join(import.meta.dirname, 'fixtures', 'mortal.ts');
  const serve = () =>
    new Promise<{ said: string; killed: boolean }>((done) => {
      execFile(process.execPath, [script, house.url], (error, said) =>
        done({ said: said.trim(), killed: error?.signal === 'SIGKILL' }),
      );
    });
  const told: string[] = [];
  for (const _ of people) {
    const { said, killed } = await serve();
    expect(killed).toBe(true);
    told.push(said);
  }
  expect(await serve()).toEqual({ said: '', killed: false });
  expect(told.toSorted()).toEqual(people.map(({ memberId }) => `${memberId}@example.org`).toSorted());
  // Whoever asked for this time alone was told, and follows no more.
  expect(await house.db.select().from(followTellings)).toEqual([]);
  expect(await house.db.select().from(follows)).toMatchObject([{ memberId: people[1]?.memberId }]);
});

test('a mail that was refused is told later with nothing lost, and one that may have arrived is never sent again', async () => {
  const house = await createFollowHouse();
  const { people, doorId } = await openUntold(house, ['Chidi']);
  const tried: (string | undefined)[] = [];
  const outcome: { now?: 'mail-failed' | 'mail-unsure' } = { now: 'mail-failed' };
  const told = new Follows({
    ...house,
    queues: { register: () => undefined, add: (job, data) => job.handler(data, { id: '', attempt: 1 }) },
    mailer: {
      send: async ({ name }) => {
        tried.push(name);
        if (outcome.now) throw new AjarError('unavailable', outcome.now, 'The mail could not be sent.');
      },
    },
    secret: linkSecret,
    publicUrl: 'https://ajar.example.org',
  });
  const follower = { memberId: people[0]?.memberId, doorId };
  await expect(told.sweep()).rejects.toThrow('could not be sent');
  expect(await house.db.select().from(follows)).toMatchObject([follower]);
  expect(await house.db.select().from(followTellings)).toMatchObject([follower]);
  outcome.now = 'mail-unsure';
  await expect(told.sweep()).rejects.toThrow('could not be sent');
  delete outcome.now;
  await told.sweep();
  // Both times the same letter, by name: a mail server that got it twice can tell.
  expect(tried).toHaveLength(2);
  expect(new Set(tried).size).toBe(1);
  expect(await house.db.select().from(followTellings)).toEqual([]);
});
