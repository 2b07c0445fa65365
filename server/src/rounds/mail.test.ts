import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answer, roundsFor, sitOut } from './answers.ts';
import { endFeed, feedOf, newFeed } from './feed.ts';
import { readLink, signLink } from './links.ts';
import { roundsRouter } from './router.ts';
import { createRoundHouse, linkSecret, type RoundHouse } from './testing.ts';

let house: RoundHouse;
let url: string;
let server: ReturnType<ReturnType<typeof express>['listen']>;
beforeAll(async () => {
  house = await createRoundHouse('2026-03-10T08:00:00Z');
  const app = express();
  const { db, rounds } = house;
  app.use(roundsRouter({ db, rounds, secret: linkSecret, publicUrl: 'https://ajar.example.org' }));
  await new Promise<void>((done) => {
    server = app.listen(0, '127.0.0.1', () => done());
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await house.close();
});
beforeEach(() => {
  house.travelTo('2026-03-10T08:00:00Z');
  house.mails.length = 0;
});

/** Sundays at noon in Stockholm: the clocks go forward on 29 March 2026. */
const sundays = { rule: 'FREQ=WEEKLY;BYDAY=SU', startsAt: '2026-03-01T12:00', name: 'Sunday round' };

async function withJoined() {
  const { programId, join } = await house.newProgram();
  const [joined, invited] = [await join('Joined'), await join('Invited')];
  const roundId = await house.make(programId, sundays);
  await answer(house.db, joined, roundId, { cadence: 'every' });
  return { programId, join, joined, invited, roundId };
}

const sent = () => house.mails.splice(0).map(({ to, subject }) => [to.split('@')[0], subject]);

test('people are written to three days and ten minutes ahead, each once, and strangers to a round only the first time', async () => {
  const { joined, invited, join, roundId } = await withJoined();
  const quiet = await join('Quiet');
  await answer(house.db, quiet, roundId, { mail: false });
  house.travelTo('2026-03-12T10:59:00Z');
  await house.rounds.sweep();
  expect(sent()).toEqual([]);
  house.travelTo('2026-03-12T11:00:00Z');
  await Promise.all([house.rounds.sweep(), house.another().sweep()]);
  await house.rounds.sweep();
  const first = sent();
  expect(first).toHaveLength(2);
  expect(first).toContainEqual([joined.memberId, 'Sunday round: Sunday, 15 March 2026 at 12:00 CET']);
  expect(first).toContainEqual([invited.memberId, 'You are invited: Sunday round']);
  house.travelTo('2026-03-15T10:50:00Z');
  await house.rounds.sweep();
  expect(sent()).toEqual([[joined.memberId, 'Sunday round begins in ten minutes']]);
  house.travelTo('2026-03-15T13:00:00Z');
  for (let look = 0; look < 3; look += 1) await house.rounds.sweep();
  house.travelTo('2026-03-19T11:00:00Z');
  await house.rounds.sweep();
  expect(sent()).toEqual([[joined.memberId, 'Sunday round: Sunday, 22 March 2026 at 12:00 CET']]);
});

test('a mail the server did not take leaves no receipt, and is sent by the next attempt', async () => {
  const { joined, roundId } = await withJoined();
  house.travelTo('2026-03-12T11:00:00Z');
  const { id } = await house.current(roundId);
  house.refuseMail('mail-failed');
  await expect(house.mailAgain(id, joined.memberId)).rejects.toThrow('could not be sent');
  expect(sent()).toEqual([]);
  house.refuseMail(false);
  await house.mailAgain(id, joined.memberId);
  await house.mailAgain(id, joined.memberId);
  expect(sent()).toHaveLength(1);
});

test('a mail that was lost on the way, and may have arrived, is not sent again', async () => {
  const { joined, roundId } = await withJoined();
  house.travelTo('2026-03-12T11:00:00Z');
  const { id } = await house.current(roundId);
  house.refuseMail('mail-unsure');
  await expect(house.mailAgain(id, joined.memberId)).rejects.toThrow('could not be sent');
  house.refuseMail(false);
  await house.mailAgain(id, joined.memberId);
  expect(sent()).toEqual([]);
});

test('the link in a mail sits one out without signing in, only when pressed, and can be undone', async () => {
  const { programId, joined, roundId } = await withJoined();
  house.travelTo('2026-03-12T11:00:00Z');
  await house.rounds.sweep();
  const mail = house.mails.find(({ to }) => to.startsWith(joined.memberId));
  const [link] = mail?.text.match(/https:\S+token=\S+/) ?? [];
  if (!link) return expect.fail('no link');
  const there = link.replace('https://ajar.example.org', url);
  const { startsAt } = await house.current(roundId);
  const out = async () => {
    const [seen] = await roundsFor(house.db, { ...joined, programId }, house.now(), 1);
    return seen?.satOut.includes(startsAt.toISOString());
  };
  const asked = await fetch(there);
  expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('Sit this one out?')]);
  expect(await out()).toBe(false);
  const pressed = await fetch(there, { method: 'POST' });
  expect([pressed.status, await pressed.text()]).toEqual([200, expect.stringContaining('You sit this one out')]);
  expect(await out()).toBe(true);
  await fetch(there, { method: 'POST', body: new URLSearchParams({ undo: 'yes' }) });
  expect(await out()).toBe(false);
});

test('one press in the mail program ends the mail about a round, and nothing else (RFC 8058)', async () => {
  const { programId, joined } = await withJoined();
  house.travelTo('2026-03-12T11:00:00Z');
  await house.rounds.sweep();
  const mail = house.mails.find(({ to }) => to.startsWith(joined.memberId));
  const [link = ''] = mail?.headers?.['List-Unsubscribe']?.match(/https:[^>]+/) ?? [];
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const answered = await fetch(link.replace('https://ajar.example.org', url), { method: 'POST', body });
  expect(answered.status).toBe(200);
  const [seen] = await roundsFor(house.db, { ...joined, programId }, house.now(), 1);
  expect(seen).toMatchObject({ mail: false, cadence: 'every' });
});

test('a link that was changed, or is not ours, leads nowhere', async () => {
  const { joined, invited, roundId } = await withJoined();
  const token = signLink(linkSecret, { member: joined.memberId, round: roundId });
  const [, signature] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ member: invited.memberId, round: roundId })).toString('base64url');
  for (const bad of [`${forged}.${signature}`, token.slice(0, -1), 'nonsense', '', `${token}x`]) {
    expect(readLink(linkSecret, bad)).toBeNull();
    expect((await fetch(`${url}/rounds/answer?token=${bad}`, { method: 'POST' })).status).toBe(404);
  }
  expect(readLink(new Uint8Array(32), token)).toBeNull();
});

test('a feed has the turns of its owner, at the right instants before and after the clocks change', async () => {
  const { joined, invited, roundId, programId } = await withJoined();
  await sitOut(house.db, joined, roundId, new Date('2026-03-22T11:00:00Z'), true);
  const feed = await feedOf(house.db, await newFeed(house.db, joined.memberId), {
    publicUrl: 'https://ajar.example.org',
    more: async () => [],
    now: house.now(),
  });
  const starts = feed?.match(/DTSTART\S*/g)?.slice(0, 3);
  expect(starts).toEqual(['DTSTART:20260315T110000Z', 'DTSTART:20260329T100000Z', 'DTSTART:20260405T100000Z']);
  expect(feed).toContain('SUMMARY:Sunday round');
  await answer(house.db, invited, roundId, { cadence: 'monthly' });
  const monthly = await roundsFor(house.db, { ...invited, programId }, house.now(), 9);
  expect(monthly[0]?.turns.map((at) => at.slice(0, 10))).toEqual(['2026-03-15', '2026-04-12', '2026-05-10']);
});

test('the address of a feed is unguessable, ends when it is revoked, and a new one ends the old', async () => {
  const { joined, roundId } = await withJoined();
  const status = async (token: string) => (await fetch(`${url}/calendar/${token}.ics`)).status;
  const first = await newFeed(house.db, joined.memberId);
  expect(Buffer.from(first, 'base64url')).toHaveLength(24);
  const answered = await fetch(`${url}/calendar/${first}.ics`);
  expect(answered.headers.get('content-type')).toContain('text/calendar');
  expect(await answered.text()).toContain('BEGIN:VCALENDAR');
  const second = await newFeed(house.db, joined.memberId);
  expect([await status(first), await status(second)]).toEqual([404, 200]);
  await endFeed(house.db, joined.memberId);
  expect([await status(second), await status(roundId)]).toEqual([404, 404]);
});
