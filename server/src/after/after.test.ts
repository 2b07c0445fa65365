import type { After, EncounterId, Me, MemberId, Message, NodeId, Report, SparkId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Browser, openHouse, type TestHouse } from '../accounts/testing.ts';
import { encounterPeople, encounters } from '../encounters/tables.ts';
import { newId } from '../ids/index.ts';
import { supervisions } from '../people/tables.ts';
import { members } from '../programs/tables.ts';
import { forgetAnswers, questionsOf } from './questions.ts';
import { meetAgainAnswers, pulses, sparks } from './tables.ts';

type Person = { browser: Browser; id: MemberId; name: string };

let house: TestHouse;
let amara: Person;
let chidi: Person;
let dana: Person;
let farah: Person;

beforeEach(async () => {
  house = await openHouse();
  [amara, chidi, dana, farah] = [
    await come('Amara Osei'),
    await come('Chidi Mensah'),
    await come('Dana Whitfield'),
    await come('Farah Haddad'),
  ];
});

async function come(name: string): Promise<Person> {
  const browser = house.browser();
  const email = `${name.toLowerCase().replace(' ', '.')}@demo.ajar.invalid`;
  await browser.go('/api/demo/sign-in', { json: { email } });
  const { membership } = await browser.read<Me>('/api/me');
  if (!membership) throw new Error(`${name} is in no programme`);
  return { browser, id: membership.member.memberId, name };
}

/** These people have met and parted, a minute ago. `absent` were let in and did not come. */
async function met(people: Person[], absent: Person[] = []): Promise<EncounterId> {
  const { db } = house.database;
  const [row] = await db.select({ programId: members.programId }).from(members).where(eq(members.id, amara.id));
  if (!row) throw new Error('no programme');
  const id = newId<EncounterId>();
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await db.insert(encounters).values({
    id,
    programId: row.programId,
    kind: 'coffee',
    nodeId: 'own' as NodeId,
    openedAt: ago(20),
    startedAt: people.length > 1 ? ago(19) : null,
    endedAt: ago(1),
  });
  await db.insert(encounterPeople).values(
    [...people, ...absent].map((person) => ({
      encounterId: id,
      memberId: person.id,
      admittedAt: ago(20),
      joinedAt: people.includes(person) ? ago(19) : null,
      leftAt: ago(1),
    })),
  );
  return id;
}

const after = ({ browser }: Person) => browser.read<After>('/api/after');

async function say(person: Person, encounterId: EncounterId, about: Person, again: boolean): Promise<Response> {
  const json = { memberId: about.id, again };
  return person.browser.go(`/api/encounters/${encounterId}/meet-again`, { json });
}

async function sparked(one: Person, other: Person): Promise<SparkId> {
  const encounterId = await met([one, other]);
  await say(one, encounterId, other, true);
  await say(other, encounterId, one, true);
  const [spark] = (await after(one)).sparks;
  if (!spark) throw new Error('no spark');
  return spark.sparkId;
}

/** What a browser got, without what differs between any two replies. */
async function bytesOf(response: Response): Promise<string> {
  const changing = new Set(['date', 'x-request-id']);
  const headers = [...response.headers].filter(([name]) => !changing.has(name));
  return JSON.stringify([response.status, headers, await response.text()]);
}

describe('meet again', () => {
  test('is asked of both who met, and not about somebody who never came', async () => {
    const encounterId = await met([amara, chidi], [dana]);
    expect((await after(amara)).questions).toMatchObject([
      { encounterId, kind: 'coffee', person: { name: 'Chidi Mensah' } },
    ]);
    expect((await after(chidi)).questions).toMatchObject([{ person: { name: 'Amara Osei' } }]);
    expect((await after(dana)).questions).toEqual([]);
    await met([dana], [farah]);
    expect(await after(dana)).toEqual({ questions: [], pulses: [], sparks: [] });
  });

  test('yes and no have the same reply, and the other gets the same bytes whichever was said', async () => {
    const replies: string[] = [];
    const seenByOther: string[] = [];
    for (const again of [true, false]) {
      const encounterId = await met([amara, chidi]);
      const before = await bytesOf(await chidi.browser.go('/api/after'));
      const told = house.told.after.length;
      replies.push(await bytesOf(await say(amara, encounterId, chidi, again)));
      expect(house.told.after.slice(told)).toEqual([amara.id]);
      const now = await bytesOf(await chidi.browser.go('/api/after'));
      expect(now).toBe(before);
      seenByOther.push(
        now
          .replaceAll(encounterId, 'the encounter')
          .replaceAll(/\d{4}-[^"]*Z/g, 'a time')
          .replace(/"etag","[^\]]*"\]/, ''),
      );
      expect((await after(amara)).questions).toEqual([]);
      await house.database.db.delete(encounters).where(eq(encounters.id, encounterId));
    }
    expect(replies[0]).toBe(replies[1]);
    expect(seenByOther[0]).toBe(seenByOther[1]);
  });

  test('two yeses are one spark, told to both', async () => {
    const encounterId = await met([amara, chidi]);
    await chidi.browser.go('/api/me/contact', { method: 'PUT', json: { contact: 'chidi@example.org' } });
    await say(amara, encounterId, chidi, true);
    await say(chidi, encounterId, amara, true);
    expect(house.told.after.slice(-2).sort()).toEqual([amara.id, chidi.id].sort());
    expect((await after(amara)).sparks).toMatchObject([
      { person: { name: 'Chidi Mensah' }, contact: 'chidi@example.org', news: 'spark', mayAskMentor: true },
    ]);
    expect((await after(chidi)).sparks).toMatchObject([{ person: { name: 'Amara Osei' }, contact: '' }]);
    expect((await after(chidi)).questions).toEqual([]);
  });

  test('two yeses in the same moment are exactly one spark', async () => {
    for (let turn = 0; turn < 15; turn++) {
      const encounterId = await met([amara, chidi]);
      const answers = await Promise.all([say(amara, encounterId, chidi, true), say(chidi, encounterId, amara, true)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(await house.database.db.select().from(sparks)).toHaveLength(1);
      await house.database.db.delete(sparks);
      await house.database.db.delete(encounters);
    }
  });

  test('a yes and a no, in either order, are no spark, and the first answer stands', async () => {
    const encounterId = await met([amara, chidi]);
    await say(amara, encounterId, chidi, true);
    await say(chidi, encounterId, amara, false);
    expect((await say(chidi, encounterId, amara, true)).status).toBe(200);
    expect((await after(amara)).sparks).toEqual([]);
    const later = await met([amara, chidi]);
    await say(chidi, later, amara, true);
    expect((await after(amara)).sparks).toHaveLength(1);
  });

  test('in a room of three each pair is asked by itself', async () => {
    const encounterId = await met([amara, chidi, dana]);
    expect((await after(amara)).questions.map(({ person }) => person.name).sort()).toEqual([
      'Chidi Mensah',
      'Dana Whitfield',
    ]);
    await say(amara, encounterId, chidi, true);
    await say(chidi, encounterId, amara, true);
    await say(dana, encounterId, amara, true);
    expect((await after(amara)).sparks.map(({ person }) => person.name)).toEqual(['Chidi Mensah']);
    expect((await after(amara)).questions.map(({ person }) => person.name)).toEqual(['Dana Whitfield']);
    expect((await after(dana)).sparks).toEqual([]);
  });

  test('is refused for an encounter of others, or with somebody who was not in it', async () => {
    const encounterId = await met([amara, chidi]);
    expect((await say(dana, encounterId, amara, true)).status).toBe(404);
    expect((await say(amara, encounterId, dana, true)).status).toBe(404);
    expect((await say(amara, encounterId, amara, true)).status).toBe(404);
    expect(await house.database.db.select().from(meetAgainAnswers)).toEqual([]);
  });

  test('is put away at the end of the next day, and a yes that was not returned is forgotten', async () => {
    const { db } = house.database;
    const encounterId = await met([amara, chidi]);
    await say(amara, encounterId, chidi, true);
    const [question] = await questionsOf(db, chidi.id, { now: new Date(), zone: 'UTC' });
    const until = new Date(question?.until ?? 0);
    const before = new Date(until.getTime() - 1);
    expect(await questionsOf(db, chidi.id, { now: before, zone: 'UTC' })).toHaveLength(1);
    expect(await questionsOf(db, chidi.id, { now: until, zone: 'UTC' })).toEqual([]);
    await forgetAnswers(db, new Date());
    expect(await db.select().from(meetAgainAnswers)).toHaveLength(1);
    await forgetAnswers(db, new Date(until.getTime() + 48 * 3_600_000));
    expect(await db.select().from(meetAgainAnswers)).toEqual([]);
  });
});

describe('a spark', () => {
  const write = (person: Person, sparkId: SparkId, text: string) =>
    person.browser.go(`/api/sparks/${sparkId}/messages`, { json: { text } });
  const thread = async (person: Person, sparkId: SparkId) =>
    (await person.browser.read<{ messages: Message[] }>(`/api/sparks/${sparkId}/messages`)).messages;

  test('has a thread of the two alone, and what one deletes is gone for both', async () => {
    const sparkId = await sparked(amara, chidi);
    await write(amara, sparkId, ' Thursday at four? ');
    await write(chidi, sparkId, 'Gladly.');
    const [first, second] = await thread(chidi, sparkId);
    expect([first?.text, first?.mine, second?.mine]).toEqual(['Thursday at four?', false, true]);
    expect((await dana.browser.go(`/api/sparks/${sparkId}/messages`)).status).toBe(404);
    expect((await write(dana, sparkId, 'Me too')).status).toBe(404);
    const path = `/api/sparks/${sparkId}/messages/${first?.messageId}`;
    await chidi.browser.go(path, { method: 'DELETE' });
    expect(await thread(chidi, sparkId)).toHaveLength(2);
    await amara.browser.go(path, { method: 'DELETE' });
    expect((await thread(chidi, sparkId)).map(({ text }) => text)).toEqual(['Gladly.']);
    expect((await write(amara, sparkId, 'x'.repeat(1001))).status).toBe(400);
    expect((await write(amara, sparkId, '   ')).status).toBe(400);
  });

  test('is new until it is looked at, and again when the other writes', async () => {
    const sparkId = await sparked(amara, chidi);
    const news = async (person: Person) => (await after(person)).sparks[0]?.news;
    expect([await news(amara), await news(chidi)]).toEqual(['spark', 'spark']);
    await amara.browser.go(`/api/sparks/${sparkId}/seen`, { method: 'PUT' });
    expect([await news(amara), await news(chidi)]).toEqual([null, 'spark']);
    await write(chidi, sparkId, 'Hello');
    expect([await news(amara), await news(chidi)]).toEqual(['more', 'spark']);
  });

  test('and its thread are hidden from both by a block, at once, and come back when it is lifted', async () => {
    const sparkId = await sparked(amara, chidi);
    await write(amara, sparkId, 'Thursday at four?');
    await amara.browser.go(`/api/blocks/${chidi.id}`, { method: 'PUT' });
    for (const person of [amara, chidi]) {
      expect((await after(person)).sparks).toEqual([]);
      expect((await person.browser.go(`/api/sparks/${sparkId}/messages`)).status).toBe(404);
      expect((await write(person, sparkId, 'Hello?')).status).toBe(404);
    }
    expect(await amara.browser.read('/api/blocks')).toEqual({ people: [{ memberId: chidi.id, name: 'Chidi Mensah' }] });
    expect(await chidi.browser.read('/api/blocks')).toEqual({ people: [] });
    await amara.browser.go(`/api/blocks/${chidi.id}`, { method: 'DELETE' });
    expect(await thread(chidi, sparkId)).toHaveLength(1);
  });

  test('a block takes the question away from both', async () => {
    const encounterId = await met([amara, chidi]);
    await say(chidi, encounterId, amara, true);
    await amara.browser.go(`/api/blocks/${chidi.id}`, { method: 'PUT' });
    expect((await after(amara)).questions).toEqual([]);
    expect((await say(amara, encounterId, chidi, true)).status).toBe(404);
  });
});

describe('a mentor', () => {
  const ask = (person: Person, sparkId: SparkId) =>
    person.browser.go(`/api/sparks/${sparkId}/mentor`, { method: 'POST' });
  const asked = async (person: Person) => (await after(person)).sparks[0]?.mentorships ?? [];

  test('is asked once, and accepts', async () => {
    const sparkId = await sparked(amara, chidi);
    const both = await Promise.all([ask(chidi, sparkId), ask(chidi, sparkId)]);
    expect(both.map(({ status }) => status)).toContain(200);
    expect(await asked(amara)).toMatchObject([{ mentor: 'me', state: 'asked' }]);
    expect((await after(chidi)).sparks[0]).toMatchObject({ mayAskMentor: false, mentorships: [{ mentor: 'them' }] });
    const [request] = await asked(amara);
    const path = `/api/mentorships/${request?.mentorshipId}/answer`;
    expect((await chidi.browser.go(path, { json: { accept: true } })).status).toBe(404);
    expect((await amara.browser.go(path, { json: { accept: true } })).status).toBe(200);
    expect(await asked(chidi)).toMatchObject([{ mentor: 'them', state: 'active' }]);
    expect((await amara.browser.go(path, { json: { accept: false } })).status).toBe(404);
    expect(await asked(chidi)).toMatchObject([{ state: 'active' }]);
  });

  test('who declined is not asked again, and may themselves ask', async () => {
    const sparkId = await sparked(amara, chidi);
    await ask(chidi, sparkId);
    const [request] = await asked(amara);
    await amara.browser.go(`/api/mentorships/${request?.mentorshipId}/answer`, { json: { accept: false } });
    expect(await asked(chidi)).toMatchObject([{ state: 'declined' }]);
    expect((await ask(chidi, sparkId)).status).toBe(403);
    expect((await ask(amara, sparkId)).status).toBe(200);
  });

  test('is never one’s own supervisor', async () => {
    const { db } = house.database;
    expect(await db.select().from(supervisions)).toMatchObject([{ supervisorId: amara.id, supervisedId: dana.id }]);
    const sparkId = await sparked(amara, dana);
    expect((await after(dana)).sparks[0]).toMatchObject({ mayAskMentor: false });
    expect((await ask(dana, sparkId)).status).toBe(403);
    expect((await after(amara)).sparks[0]).toMatchObject({ mayAskMentor: true, mentorships: [] });
  });
});

describe('a pulse', () => {
  const pulse = (person: Person, encounterId: EncounterId, worth: string) =>
    person.browser.go(`/api/encounters/${encounterId}/pulse`, { json: { worth } });

  test('is taken once of each who met, and only staff read figures', async () => {
    const encounterId = await met([amara, chidi]);
    expect((await after(amara)).pulses).toEqual([{ encounterId }]);
    expect((await pulse(amara, encounterId, 'somewhat')).status).toBe(200);
    expect((await pulse(amara, encounterId, 'no')).status).toBe(200);
    expect((await pulse(dana, encounterId, 'no')).status).toBe(404);
    expect((await after(amara)).pulses).toEqual([]);
    expect((await house.database.db.select().from(pulses)).map(({ worth }) => worth)).toEqual(['somewhat']);
    expect((await amara.browser.go('/api/pulse')).status).toBe(403);
    expect(await farah.browser.read('/api/pulse')).toEqual({ months: [] });
  });

  test('counts each person once a month, by what they said last, and hides what fewer than five said', async () => {
    const { db } = house.database;
    const people = await db.select({ id: members.id, programId: members.programId }).from(members);
    const keep = async (day: number, worth: 'yes' | 'no', some: typeof people) => {
      const encounterId = await met([amara, chidi]);
      const at = new Date(Date.UTC(2026, 0, day, 12));
      await db
        .insert(pulses)
        .values(some.map(({ id, programId }) => ({ encounterId, memberId: id, programId, worth, at })));
    };
    await keep(10, 'no', people);
    await keep(11, 'yes', people.slice(0, 5));
    expect(people).toHaveLength(6);
    expect(await farah.browser.read('/api/pulse')).toEqual({
      months: [{ month: '2026-01', yes: 5, somewhat: null, no: null }],
    });
  });
});

describe('a report', () => {
  const report = (person: Person, about: Person, more: object = {}) =>
    person.browser.go('/api/reports', { json: { memberId: about.id, reason: 'uncomfortable', ...more } });
  const reports = async (person: Person) => (await person.browser.read<{ reports: Report[] }>('/api/reports')).reports;

  test('is kept for the staff, with who reported whom; not for anybody else', async () => {
    const encounterId = await met([amara, chidi]);
    expect((await report(chidi, amara, { words: ' It went too far. ', encounterId })).status).toBe(200);
    expect(await reports(farah)).toMatchObject([
      { reporter: { name: 'Chidi Mensah' }, about: { name: 'Amara Osei' }, words: 'It went too far.', kind: 'coffee' },
    ]);
    expect((await amara.browser.go('/api/reports')).status).toBe(403);
    expect((await chidi.browser.go('/api/reports')).status).toBe(403);
  });

  test('about a member of staff is not theirs to read', async () => {
    await report(chidi, farah);
    expect(await reports(farah)).toEqual([]);
    await house.database.db.update(members).set({ staff: true }).where(eq(members.id, dana.id));
    expect(await reports(dana)).toMatchObject([{ about: { name: 'Farah Haddad' } }]);
  });

  test('names no conversation its writer was not in, and not oneself', async () => {
    const encounterId = await met([amara, chidi]);
    await report(dana, amara, { encounterId });
    expect(await reports(farah)).toMatchObject([{ kind: null }]);
    expect((await report(dana, dana)).status).toBe(400);
    expect((await report(dana, amara, { reason: 'dislike' })).status).toBe(400);
  });
});
