import type { DoorId, MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { Doorkeeping } from '../doorkeeping/index.ts';
import type { TestHouse } from '../encounters/testing.ts';
import { createLog } from '../log/index.ts';
import type { Visiting } from './attempt.ts';
import { Doors } from './doors.ts';
import { staffedDoorHandlers } from './office.ts';
import { doors as doorsTable } from './tables.ts';
import { Turns } from './turns.ts';

/** The door of somebody who has set it once. */
export async function doorIdOf({ db }: Pick<TestHouse, 'db'>, memberId: MemberId): Promise<DoorId> {
  const [door] = await db.select({ id: doorsTable.id }).from(doorsTable).where(eq(doorsTable.memberId, memberId));
  if (!door) throw new Error('no door');
  return door.id;
}

type DeskHouse = Pick<TestHouse, 'db' | 'announcer' | 'newProgram'>;
type Office = ReturnType<typeof staffedDoorHandlers>;
type Call = Parameters<Office['makeStaffedDoor']>[0];

/** A help desk that the people of these names hold, in a programme of its own, and what its staff may do with it. */
export async function aHelpDesk(
  { db, announcer, newProgram }: DeskHouse,
  names: readonly string[],
  entry: 'open' | 'ajar' = 'open',
) {
  const { join, programId } = await newProgram();
  const staff = await join('Farah Haddad');
  const hosts: Visiting[] = [];
  for (const name of names) hosts.push(await join(name));
  const office = staffedDoorHandlers(db, announcer);
  const viewer = { member: staff, program: { id: programId } } as unknown as Call['viewer'];
  const plate = { title: 'Help desk', about: 'Where to begin', entry, hostIds: hosts.map((host) => host.memberId) };
  const { doorId } = await office.makeStaffedDoor({ viewer, body: plate } as Call);
  const to = { viewer, params: { doorId } };
  return {
    ...{ join, programId, viewer, hosts, doorId },
    change: (parts: Partial<typeof plate>) =>
      office.changeStaffedDoor({ ...to, body: { ...plate, ...parts } } as Parameters<Office['changeStaffedDoor']>[0]),
    end: () => office.endStaffedDoor(to as Parameters<Office['endStaffedDoor']>[0]),
    list: async () => (await office.staffedDoors({ viewer } as Parameters<Office['staffedDoors']>[0])).doors,
  };
}

/** A second server on the same database, with connections of its own. Its jobs are lost, as where it dies at once. */
export function anotherServer({ url, encounters, announcer, away }: TestHouse) {
  const pool = new Pool({ connectionString: url });
  // What it still tells when the database is dropped fails by itself, and is logged.
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
  const db = drizzle(pool, { casing: 'snake_case' });
  const around = (memberId: MemberId) => !away.has(memberId);
  const queues = { register: () => undefined, add: async () => undefined };
  const parts = { db, encounters, announcer, around, queues, log: createLog({ level: 'error' }) };
  const turns = new Turns({ ...parts, notify: async () => undefined });
  return {
    turns,
    doors: new Doors({ ...parts, turns }),
    doorkeeping: new Doorkeeping({ ...parts, notify: async () => undefined }),
    close: () => pool.end(),
  };
}
