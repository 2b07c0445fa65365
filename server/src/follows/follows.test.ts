import type { MemberId } from '@ajar/shared';
import express from 'express';
import { expect, onTestFinished, test, vi } from 'vitest';
import { blocks } from '../people/tables.ts';
import { clockOf } from './quiet.ts';
import { followsRouter } from './router.ts';
import { follows, followTellings } from './tables.ts';
import { createFollowHouse, type FollowHouse, linkSecret, plain } from './testing.ts';

/** Waits for what is on its way, however busy the machine. */
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 60_000, interval: 100 });
/** Until nothing is on its way any more: every opening was held against its followers and every telling told. */
const settled = (house: FollowHouse) =>
  eventually(async () => {
    const open = await house.db.select().from(follows);
    expect(open.every(({ always, heldAt }) => heldAt !== null || !always)).toBe(true);
    expect(await house.db.select().from(followTellings)).toEqual([]);
  });
const titles = (house: FollowHouse) => house.pushed.map(({ message }) => (message as { title: string }).title);

async function amaraAndChidi() {
  const house = await createFollowHouse();
  const [amara, chidi] = [await house.join('Amara Osei'), await house.join('Chidi Mensah')];
  await house.doors.set(amara, 'open');
  await house.doors.set(amara, 'closed');
  const doorId = await house.doorOf(amara.memberId);
  return { house, amara, chidi, doorId };
}

test('a door that opens is told once by push and by mail, and then not any more', async () => {
  const { house, amara, chidi, doorId } = await amaraAndChidi();
  await house.browser(chidi.memberId, 'laptop');
  await house.follow(chidi.memberId, doorId);
  expect(await house.list(chidi.memberId)).toMatchObject({ doors: [{ doorId, name: 'Amara Osei', always: false }] });
  await house.queues.start();
  await house.doors.set(amara, 'ajar');
  await eventually(() => expect([house.pushed.length, house.mailed.length]).toEqual([1, 1]));
  expect(house.pushed[0]?.message).toEqual({
    title: 'Amara Osei’s door is ajar',
    body: 'Knock, and see whether now is good. You asked to be told.',
    path: '/',
    tag: `door-${doorId}`,
  });
  const mail = plain(house.mailed[0]);
  expect(mail).toContain(`To: ${chidi.memberId}@example.org`);
  expect(mail).toContain('You asked to be told once, and this was it.');
  await eventually(async () => expect(await house.list(chidi.memberId)).toMatchObject({ doors: [] }));
  // What it follows is announced to nobody but the follower, so that their corridor forgets it too.
  expect(house.announcer.mine).toContain(chidi.memberId);
  await house.doors.set(amara, 'closed');
  await house.closedFor(doorId, 60);
  await house.doors.set(amara, 'open');
  await settled(house);
  expect([house.pushed.length, house.mailed.length]).toEqual([1, 1]);
});

test('two servers tell each follower of an opening once, and a door closed for a moment is the same opening', async () => {
  const { house, amara, doorId } = await amaraAndChidi();
  const other = await house.server();
  await Promise.all([house.queues.start(), other.queues.start()]);
  const people = await Promise.all(['B', 'C', 'D', 'E', 'F', 'G'].map((name) => house.join(name)));
  for (const { memberId } of people) {
    await house.browser(memberId, `browser-${memberId}`);
    await house.ways(memberId, { mail: false });
    await house.follow(memberId, doorId, true);
  }
  const [late] = people.splice(-1);
  if (!late) throw new Error('nobody is late');
  await house.unfollow(late.memberId, doorId);
  await house.doors.set(amara, 'open');
  // A sweep of each server, as if both believed that the other had died.
  for (let n = 0; n < 3; n += 1) await Promise.all([house.follows.sweep(), other.follows.sweep()]);
  await eventually(() => expect(house.pushed).toHaveLength(people.length));
  await other.doors.set(amara, 'closed');
  await house.follow(late.memberId, doorId, true);
  await other.doors.set(amara, 'open');
  await eventually(() => expect(house.pushed).toHaveLength(people.length + 1));
  await settled(house);
  // Only who asked meanwhile was told the second time.
  const paths = house.pushed.map(({ path }) => path);
  expect(paths.toSorted()).toEqual([...people, late].map(({ memberId }) => `/browser-${memberId}`).toSorted());

  await other.doors.set(amara, 'closed');
  await house.closedFor(doorId, 11);
  await other.doors.set(amara, 'open');
  await eventually(() => expect(house.pushed).toHaveLength(2 * people.length + 2));
});

test('what a server that died has left is told by the next one', async () => {
  const { house, amara, chidi, doorId } = await amaraAndChidi();
  await house.follow(chidi.memberId, doorId, true);
  const dead = await house.server();
  // Its queue takes nothing: the process ended after the door was written as open.
  vi.spyOn(dead.queues, 'add').mockRejectedValue(new Error('killed'));
  await dead.doors.set(amara, 'open').catch(() => undefined);
  await house.queues.start();
  await eventually(async () => {
    await house.follows.sweep();
    expect(house.mailed).toHaveLength(1);
  });
  await house.follows.sweep();
  await settled(house);
  expect(house.mailed).toHaveLength(1);
}, 90_000);

test('quiet hours are neither told then nor later, and who asked for once goes on waiting', async () => {
  const { house, amara, chidi, doorId } = await amaraAndChidi();
  const bea = await house.join('Bea Lindqvist');
  const timeZone = 'Asia/Tokyo';
  const inTokyo = (hours: number) => clockOf(new Date(Date.now() + hours * 3_600_000), timeZone);
  const [around, later] = [
    { from: inTokyo(-2), to: inTokyo(2), timeZone },
    { from: inTokyo(3), to: inTokyo(5), timeZone },
  ];
  await house.ways(chidi.memberId, { quiet: around });
  for (const { memberId } of [chidi, bea]) await house.follow(memberId, doorId);
  await house.queues.start();
  await house.doors.set(amara, 'open');
  await eventually(async () => {
    const [left] = await house.db.select().from(follows);
    expect(left?.heldAt).toBeInstanceOf(Date);
  });
  await eventually(() => expect(house.mailed).toHaveLength(1));
  expect(plain(house.mailed[0])).toContain(`To: ${bea.memberId}@`);
  expect(await house.list(chidi.memberId)).toMatchObject({ doors: [{ doorId }], ways: { quiet: around } });

  await house.ways(chidi.memberId, { quiet: later });
  await house.follows.sweep();
  await settled(house);
  expect(house.mailed).toHaveLength(1);
  await house.doors.set(amara, 'closed');
  await house.closedFor(doorId, 30);
  await house.doors.set(amara, 'open');
  await eventually(() => expect(house.mailed).toHaveLength(2));
  expect(plain(house.mailed[1])).toContain(`To: ${chidi.memberId}@`);
});

test('a block, whoever made it, silences a door without a sign; lifting it brings the door back', async () => {
  const { house, amara, chidi, doorId } = await amaraAndChidi();
  const [bea, dana] = [await house.join('Bea Lindqvist'), await house.join('Dana Whitfield')];
  for (const { memberId } of [chidi, bea, dana]) await house.follow(memberId, doorId, true);
  await house.db.insert(blocks).values([
    { blockerId: amara.memberId, blockedId: chidi.memberId },
    { blockerId: bea.memberId, blockedId: amara.memberId },
  ]);
  expect(await house.list(chidi.memberId)).toMatchObject({ doors: [] });
  const refused = await house.follow(chidi.memberId, doorId).then(
    () => 'allowed',
    (thrown: { code: string }) => thrown.code,
  );
  expect(refused).toBe('no-such-door');
  await house.queues.start();
  await house.doors.set(amara, 'open');
  await eventually(() => expect(house.mailed).toHaveLength(1));
  await settled(house);
  expect(house.mailed.map(plain).join()).toContain(`To: ${dana.memberId}@`);
  expect(house.mailed).toHaveLength(1);
  await house.db.delete(blocks);
  expect(await house.list(chidi.memberId)).toMatchObject({ doors: [{ doorId }] });
});

test('whoever was declined twice at a door today is not told that it opens, as it does not open to them', async () => {
  const { house, amara, chidi, doorId } = await amaraAndChidi();
  const dana = await house.join('Dana Whitfield');
  await house.doors.set(amara, 'ajar');
  for (const _ of [1, 2]) await house.doors.notNow(amara, await house.doors.ask(chidi, doorId, 'knock'));
  await house.doors.set(amara, 'closed');
  for (const { memberId } of [chidi, dana]) await house.follow(memberId, doorId, true);
  await house.queues.start();
  await house.doors.set(amara, 'open');
  await eventually(() => expect(house.mailed).toHaveLength(1));
  await settled(house);
  expect(house.mailed.map(plain).join()).toContain(`To: ${dana.memberId}@`);
  expect(house.mailed).toHaveLength(1);
});

test('nobody is told of a door that was closed again, nor who let it go meanwhile', async () => {
  const { house, amara, chidi, doorId } = await amaraAndChidi();
  const bea = await house.join('Bea Lindqvist');
  const bDoor = async (memberId: MemberId) => house.follow(memberId, doorId);
  await Promise.all([bDoor(chidi.memberId), bDoor(bea.memberId)]);
  await house.doors.set(amara, 'open');
  await house.doors.set(amara, 'closed');
  await house.unfollow(bea.memberId, doorId);
  await house.queues.start();
  await house.doors.set(amara, 'ajar');
  await eventually(() => expect(house.mailed).toHaveLength(1));
  await settled(house);
  expect(plain(house.mailed[0])).toContain(`To: ${chidi.memberId}@`);
  expect(titles(house)).toEqual([]);
});

test('the link in a mail ends the mail without signing in, only when pressed, and can be undone (RFC 8058)', async () => {
  const { house, amara, chidi, doorId } = await amaraAndChidi();
  const app = express().use(followsRouter({ db: house.db, secret: linkSecret }));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  await house.ways(chidi.memberId, { quiet: { from: '00:00', to: '00:00', timeZone: 'UTC' } });
  await house.follow(chidi.memberId, doorId, true);
  await house.queues.start();
  await house.doors.set(amara, 'open');
  await eventually(() => expect(house.mailed).toHaveLength(1));
  const mail = plain(house.mailed[0]);
  const [, link = ''] = /List-Unsubscribe: <https:\/\/ajar\.example\.org([^>]+)>/.exec(mail) ?? [];
  expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(mail).toContain(`https://ajar.example.org${link}`);
  const asked = await fetch(url + link);
  expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('No more mail when doors open?')]);
  expect(await house.list(chidi.memberId)).toMatchObject({ ways: { mail: true } });
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(url + link, { method: 'POST', body })).status).toBe(200);
  const after = await house.list(chidi.memberId);
  expect(after).toMatchObject({ ways: { mail: false, push: true, quiet: { timeZone: 'UTC' } }, doors: [{ doorId }] });
  await fetch(url + link, { method: 'POST', body: new URLSearchParams({ undo: 'yes' }) });
  expect(await house.list(chidi.memberId)).toMatchObject({ ways: { mail: true } });
  for (const bad of [link.slice(0, -1), '/follows/mail?token=nonsense', '/follows/mail']) {
    expect((await fetch(url + bad, { method: 'POST' })).status).toBe(404);
  }
});
