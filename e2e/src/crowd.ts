import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';

/** Somebody written straight into the database, with a door of their own. */
export interface Mentor {
  memberId: string;
  doorId: string;
  userId: string;
  name: string;
}

interface CrowdOptions {
  /** How many doors to hang, each with somebody whose it is. */
  doors: number;
  /** How many of them stand open, the first ones; they look so while their mentors are connected. Default: 0. */
  open?: number;
  /** A programme of their own, of this name. Default: the demo's. */
  program?: string;
}

const firstNames = ['Adaeze', 'Björn', 'Chiara', 'Dmitri', 'Eşref', 'Fatima', 'Grace', 'Hiroshi', 'Ines', 'João'];
const lastNames = [
  'Almeida',
  'Brandt',
  'Castillo',
  'Dlamini',
  'Eriksen',
  'Faulkner',
  'Gonçalves',
  'Hofmann',
  'Ito',
  'Joshi',
];
const middles = [
  '',
  'A. ',
  'B. ',
  'C. ',
  'D. ',
  'E. ',
  'F. ',
  'G. ',
  'H. ',
  'I. ',
  'J. ',
  'K. ',
  'L. ',
  'M. ',
  'N. ',
  'O. ',
  'P. ',
  'R. ',
  'S. ',
  'T. ',
];
const places = [
  'Nephrology · Lima',
  'Paediatrics · Lund',
  'Cardiology · Toronto',
  'Public health · Accra',
  'Surgery · Leeds',
  'Psychiatry · Kyoto',
  'Dean’s office',
];
const topics = [
  'first grants',
  'saying no',
  'parental leave',
  'teaching on a ward',
  'moving abroad',
  'writing',
  'changing field',
  'leading a team',
  'night shifts',
  'feedback',
  'statistics',
  'a second career',
];

/** Hangs many doors, as different as those of people are; the same ones each time. */
export async function hangDoors(dataDir: string, { doors, open = 0, program }: CrowdOptions): Promise<Mentor[]> {
  const mentors = Array.from({ length: doors }, (_, n) => ({
    memberId: randomUUID(),
    doorId: randomUUID(),
    userId: randomUUID(),
    name: `${pick(firstNames, n)} ${pick(middles, Math.floor(n / 100))}${pick(lastNames, Math.floor(n / 10))}`,
    email: `${randomUUID()}@example.org`,
    place: pick(places, n * 5 + Math.floor(n / 7)),
    talksAbout: [n * 5, n * 7 + 1 + Math.floor(n / 5)].map((at) => pick(topics, at)).join(', '),
    state: n < open ? 'open' : 'closed',
  }));
  await inDatabase(dataDir, async (client) => {
    if (program) await client.query('insert into programs (id, name) values ($1, $2)', [randomUUID(), program]);
    const where = program ? 'where name = $1' : 'where name <> $1 order by created_at limit 1';
    const { rows } = await client.query<{ id: string }>(`select id from programs ${where}`, [program ?? '']);
    const [{ id: programId } = { id: '' }] = rows;
    const each = `from json_to_recordset($1) as mentor(
      "memberId" uuid, "doorId" uuid, "userId" uuid, name text, email text, place text, "talksAbout" text, state text)`;
    const people = `insert into members (id, program_id, email, name, place, talks_about, first_time_fine)
      select "memberId", $2, email, name, place, "talksAbout", true ${each}`;
    await client.query(people, [JSON.stringify(mentors), programId]);
    const hung = `insert into doors (id, program_id, member_id, state) select "doorId", $2, "memberId", state ${each}`;
    await client.query(hung, [JSON.stringify(mentors), programId]);
    const users = `insert into users (id, name, email, email_verified) select "userId", name, email, true ${each}`;
    await client.query(users, [JSON.stringify(mentors)]);
  });
  return mentors.map(({ memberId, doorId, userId, name }) => ({ memberId, doorId, userId, name }));
}

/** Begins a session for each, as signing in would; the cookies they come back with. */
export async function signedIn(dataDir: string, mentors: readonly Mentor[]): Promise<string[]> {
  return inDatabase(dataDir, async (client) => {
    const { rows } = await client.query<{ value: Buffer }>("select value from secrets where name = 'sessions'");
    const [{ value } = { value: Buffer.alloc(0) }] = rows;
    const secret = value.toString('base64url');
    const sessions = mentors.map(({ userId }) => ({
      userId,
      id: randomUUID(),
      token: randomBytes(24).toString('hex'),
    }));
    const begin = `insert into sessions (id, user_id, token, expires_at)
      select id, "userId", token, now() + interval '20 days' from json_to_recordset($1) as begun(id uuid, "userId" uuid, token text)`;
    await client.query(begin, [JSON.stringify(sessions)]);
    return sessions.map(({ token }) => `ajar.session_token=${signed(token, secret)}`);
  });
}

/** As better-auth signs its cookies: the value, a dot, and its HMAC (SHA-256) in Base64. */
function signed(value: string, secret: string): string {
  return encodeURIComponent(`${value}.${createHmac('sha256', secret).update(value).digest('base64')}`);
}

async function inDatabase<T>(dataDir: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ host: path.join(dataDir, 'postgres'), user: 'postgres', database: 'ajar' });
  await client.connect();
  return work(client).finally(() => client.end());
}

function pick(all: readonly string[], n: number): string {
  return all[n % all.length] ?? '';
}
