import type { DoorId, MemberId, ProgramId } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAfter } from '../after/index.ts';
import { coffeeOf, roundOf, seatOf, tableOf } from '../coffee/index.ts';
import { DoorWaits, viewDoors, visitorsAt, visitsOf } from '../doors/index.ts';
import { encounterOf, encountersOf, inCalls, lostPeople } from '../encounters/index.ts';
import { createLog } from '../log/index.ts';
import { passingOf } from '../passing/index.ts';
import { conflictsOf, hiddenFrom } from '../people/index.ts';
import { noticesOf } from '../rounds/index.ts';
import type { Db } from './index.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

/** Tables that grow without end: a plan that reads one of them whole gets slower every week. */
const large = new Set([
  'encounters',
  'encounter_people',
  'visits',
  'members',
  'doors',
  'blocks',
  'seats',
  'particulars',
  'coffee_fairness',
  'coffees',
  'coffee_people',
  'round_answers',
  'round_occurrences',
  'round_presence',
  'round_seats',
  'passing_people',
  'passing_offers',
  'meet_again_answers',
  'pulses',
  'sparks',
  'spark_messages',
  'contacts',
  'mentorships',
]);

let database: TestDatabase;
let db: Db;
const asked: { query: string; params: unknown[] }[] = [];
let somebody: MemberId;
let somebodyElse: MemberId;
let programId: ProgramId;
let doorId: DoorId;

beforeAll(async () => {
  database = await createTestDatabase();
  const logger = { logQuery: (query: string, params: unknown[]) => void asked.push({ query, params }) };
  db = drizzle(database.pool, { casing: 'snake_case', logger });
  await fill(database.pool);
  const first = await database.db.execute<{ id: MemberId; program_id: ProgramId; door_id: DoorId }>(
    sql`select members.id, members.program_id, doors.id as door_id from members join doors on member_id = members.id limit 2`,
  );
  const [row, other] = first.rows;
  if (!row || !other) throw new Error('nobody');
  somebody = row.id;
  somebodyElse = other.id;
  programId = row.program_id;
  doorId = row.door_id;
}, 180_000);
afterAll(() => database.close());

/** 100,000 people in 50 programmes, each with a door, and 100,000 past meetings and visits. */
async function fill(pool: Pool): Promise<void> {
  const client = await pool.connect();
  // Rows made from each other need no check of where they point.
  await client.query('set session_replication_role = replica');
  for (const statement of [
    `insert into programs (id, name) select gen_random_uuid(), 'Programme ' || n from generate_series(1, 50) n`,
    `insert into members (id, program_id, email, name)
     select gen_random_uuid(), (array(select id from programs))[1 + n % 50], n || '@example.org', 'Person ' || n
     from generate_series(1, 100000) n`,
    `insert into doors (id, program_id, member_id) select gen_random_uuid(), program_id, id from members`,
    `insert into encounters (id, program_id, kind, node_id, started_at, ended_at)
     select id, program_id, 'coffee', 'own', now() - interval '1 hour', now() from members`,
    `insert into encounter_people (encounter_id, member_id, admitted_at, joined_at, left_at)
     select id, id, now() - interval '1 hour', now() - interval '1 hour', now() from members`,
    `insert into visits (id, door_id, visitor_id, state) select gen_random_uuid(), id, member_id, 'over' from doors`,
    `insert into blocks (blocker_id, blocked_id)
     select id, coalesce(lead(id) over (order by id), id) from members order by id limit 20000`,
    `insert into particulars (member_id) select id from members`,
    `insert into coffee_fairness (member_id) select id from members`,
    `insert into seats (member_id, program_id) select id, program_id from members limit 20000`,
    `insert into coffees (encounter_id, program_id, minutes) select id, program_id, 20 from encounters`,
    `insert into coffee_people (encounter_id, member_id, since, minutes) select id, id, now(), 20 from members`,
    `insert into rounds (id, program_id, name, everybody, rule, starts_at, time_zone, sittings, sitting_seconds,
       gathering_seconds, between_seconds)
     select id, id, name, true, 'FREQ=WEEKLY', '2026-01-07T12:00', 'Europe/Stockholm', 2, 1200, 120, 30 from programs`,
    `insert into round_occurrences (id, round_id, starts_at, phase, until, told, sittings, sitting_seconds,
       gathering_seconds, between_seconds)
     select gen_random_uuid(), rounds.id, now() - n * interval '1 week', case n when 0 then 'sitting' else 'over' end,
       now() - n * interval '1 week' + interval '1 hour', true, 2, 1200, 120, 30
     from rounds, generate_series(0, 399) n`,
    `insert into round_answers (round_id, member_id, cadence) select program_id, id, 'weekly' from members`,
    `insert into round_presence (occurrence_id, member_id)
     select (array(select id from round_occurrences))[1 + n % 20000], id
     from (select id, row_number() over () as n from members) numbered`,
    `insert into round_seats (occurrence_id, sitting, member_id, encounter_id)
     select occurrence_id, 1, member_id, member_id from round_presence`,
    `insert into passing_people (member_id, program_id) select id, program_id from members`,
    `insert into passing_offers (id, program_id, one_id, other_id, made_at, ends_at, over)
     select gen_random_uuid(), program_id, id, lead(id, 1, id) over (order by id), now() - interval '1 day',
       now() - interval '1 day', true from members`,
    `update passing_people set up_until = now() + interval '1 hour' where member_id in (select id from members limit 2000)`,
    `insert into meet_again_answers (member_id, about_id, encounter_id, again, until)
     select id, lead(id, 1, id) over (order by id), id, true, now() + interval '1 day' from members`,
    `insert into pulses (encounter_id, member_id, program_id, worth) select id, id, program_id, 'yes' from members`,
    `insert into sparks (id, program_id, a_id, b_id)
     select id, program_id, id, lead(id, 2, id) over (order by id) from members`,
    `insert into spark_messages (id, spark_id, author_id, text) select gen_random_uuid(), id, a_id, 'Hello' from sparks`,
    `insert into contacts (member_id, line) select id, 'By mail' from members`,
    `insert into mentorships (id, mentor_id, mentee_id) select gen_random_uuid(), a_id, b_id from sparks`,
    'set session_replication_role = default',
    'analyze',
  ]) {
    await client.query(statement);
  }
  client.release();
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

function readWhole(plan: Plan): string[] {
  const here = plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] ? [plan['Relation Name']] : [];
  return [...here, ...(plan.Plans ?? []).flatMap(readWhole)];
}

async function tablesReadWhole(work: () => Promise<unknown>): Promise<string[]> {
  asked.length = 0;
  await work();
  expect(asked.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const { query, params } of [...asked]) {
    const explained = await database.pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (format json) ${query}`,
      params,
    );
    const plan = explained.rows[0]?.['QUERY PLAN'][0].Plan;
    if (plan) found.push(...readWhole(plan));
  }
  return found.filter((table) => large.has(table));
}

const nobodyAround = () => false;

/** Asks as the route of this name does. */
function after(route: 'after' | 'thread' | 'contact', params: Record<string, string>): Promise<unknown> {
  const { handlers } = createAfter({ db, log: createLog({ level: 'silent' }) });
  const asking = { viewer: { member: { memberId: somebody }, program: { id: programId } }, params, body: undefined };
  return Promise.resolve(handlers[route](asking as never));
}

describe('with 100,000 people, the hot questions are answered from indexes', () => {
  const questions: Record<string, () => Promise<unknown>> = {
    'one door': () => viewDoors(db, { doorIds: [doorId] }, nobodyAround),
    'the door of somebody': () => viewDoors(db, { memberId: somebody }, nobodyAround),
    'who waits at a door': () => visitorsAt(db, somebody),
    'where somebody waits': () => visitsOf(db, somebody),
    'what is learnt of the visits at a door': () => new DoorWaits(db).learntAt(doorId),
    'who stands before somebody at a door': () =>
      new DoorWaits(db).standingAt({ doorId, newcomersFirst: true }, somebody),
    'the call somebody is in': () => encounterOf(db, somebody),
    'who is in a call': () => inCalls(db, [somebody]),
    'whom somebody has met': () => encountersOf(db, somebody),
    'a chair at the table': () => seatOf(db, somebody),
    'what a pairing of two goes by': () =>
      roundOf(db, { programId, memberIds: [somebody, somebodyElse], on: '2026-11-22' }),
    'the table': () => tableOf(db, programId),
    'the coffee somebody sits at': () => coffeeOf(db, somebody),
    'what a round is to somebody': () => noticesOf(db, programId, [somebody], new Date()),
    'who is up for a chat, for themselves': () => passingOf(db, somebody),
    'whom somebody has met lately, and their sparks': () => after('after', {}),
    'the thread of a spark': () => after('thread', { sparkId: somebody }),
    'how to reach somebody': () => after('contact', {}),
    'who is hidden from somebody': () => hiddenFrom(db, somebody),
    'conflicts between two': () => conflictsOf(db, [somebody, somebodyElse]),
    'who was lost from a call': () => lostPeople(db, new Date()),
  };
  test.for(Object.entries(questions))('%s', async ([, ask]) => {
    expect(await tablesReadWhole(ask)).toEqual([]);
  });
});
