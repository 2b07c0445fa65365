import { type DoorId, type DoorState, type HoursPlan, hoursPlan, type MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { Doors, viewDoors } from '../doors/index.ts';
import { doors as doorsTable } from '../doors/tables.ts';
import { createTestHouse } from '../encounters/testing.ts';
import { MissedHours } from '../follows/index.ts';
import { follows, followWays } from '../follows/tables.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import type { Notification } from '../push/index.ts';
import { pushSubscriptions } from '../push/tables.ts';
import type { Queues } from '../queue/index.ts';
import { Hours } from './hours.ts';
import { makeHours } from './kept.ts';
import { doorHoursTimes } from './tables.ts';

export { refusal } from '../encounters/testing.ts';

/** Thursdays 16:00 in Stockholm: 15:00 UTC before the clocks go forward on the 29th of March 2026, 14:00 after. */
export const thursdays: HoursPlan = {
  rule: 'FREQ=WEEKLY;BYDAY=TH',
  startsAt: '2026-03-19T16:00',
  timeZone: 'Europe/Stockholm',
  minutes: 60,
  knock: false,
};

/** The Monday before the first of them. */
export const monday = '2026-03-23T08:00:00Z';

const log = createLog({ level: 'error' });

/** Hours on a database of their own, with a clock that only the test moves. Jobs do not run: the test says when to look. */
export async function createHoursHouse(start: string) {
  const house = await createTestHouse();
  const { db, encounters, announcer, queues, turns, away } = house;
  let now = new Date(start);
  const told: { memberId: MemberId; title: string }[] = [];
  let broken = false;
  const opened: MemberId[] = [];
  /** What was asked of the queue: the name of each job, and when it is due. */
  const queued: string[] = [];
  const around = (memberId: MemberId) => !away.has(memberId);
  /** Whom each mail went to. */
  const mailed: string[] = [];
  const notify = async (memberId: MemberId, { words }: Pick<Notification, 'words'>) => {
    const { title } = words.en;
    if (broken) throw new Error('the push service is gone');
    told.push({ memberId, title });
  };
  const jobs: Pick<Queues, 'register' | 'add'> = {
    register: () => undefined,
    add: async (job, data, { delay = 0 } = {}) => {
      queued.push(`${job.name} ${new Date(now.getTime() + delay).toISOString()}`);
      // The next time is planned at once, and people are told; whatever else is due, the test's sweeps find.
      if (job.name === 'hours.step') await queues.add(job, data, { delay: 24 * 3_600_000 });
      else await job.handler(data, { id: '', attempt: 1 });
    },
  };
  const create = () => {
    const missed = new MissedHours({
      db,
      queues: jobs,
      push: { notify },
      mailer: { send: async ({ to }) => void mailed.push(to) },
      secret: new Uint8Array(32),
      publicUrl: 'https://ajar.example.org',
      now: () => now,
    });
    const doors = new Doors({ db, encounters, announcer, around, turns, log });
    doors.onOpened(async (_, memberId) => void opened.push(memberId));
    const hours = new Hours({
      db,
      doors,
      announcer,
      around,
      log,
      queues: jobs,
      notify,
      missed: (timeId, readers) => missed.hold(timeId, readers),
      now: () => now,
    });
    doors.onOpened((doorId, memberId) => hours.opened(doorId, memberId));
    doors.onHeld((doorId, memberId) => hours.opened(doorId, memberId));
    return { doors, hours, missed };
  };
  const { doors, hours, missed } = create();
  const make = async (
    holder: { memberId: MemberId; programId: Parameters<typeof makeHours>[1]['programId'] },
    plan: Partial<HoursPlan>,
    doorId: DoorId | null = null,
  ) => {
    const id = await makeHours(db, holder, { ...hoursPlan.parse({ ...thursdays, ...plan }), doorId }, now);
    await hours.changed(id);
    return id;
  };
  /** The times that are not over, the next first. */
  const timesOf = async (memberId: MemberId) => {
    const rows = await db
      .select()
      .from(doorHoursTimes)
      .where(eq(doorHoursTimes.memberId, memberId))
      .orderBy(doorHoursTimes.startsAt);
    return rows.filter((row) => row.phase !== 'over');
  };
  return {
    ...house,
    doors,
    hours,
    told,
    opened,
    queued,
    mailed,
    missed,
    /** Somebody is told of a door in every way there is, and once, or as `ways` says. */
    hopes: async (memberId: MemberId, mentorId: MemberId, ways?: Omit<typeof followWays.$inferInsert, 'memberId'>) => {
      const [door] = await db.select().from(doorsTable).where(eq(doorsTable.memberId, mentorId));
      if (!door) throw new Error('no door');
      await db.insert(follows).values({ memberId, doorId: door.id, always: true, since: now });
      if (ways) await db.insert(followWays).values({ memberId, ...ways });
    },
    /** Somebody may be told in a browser. */
    browser: (memberId: MemberId) =>
      db
        .insert(pushSubscriptions)
        .values({ id: newId(), memberId, endpoint: `https://push.example.org/${memberId}`, p256dh: '', auth: '' }),
    /** Whether nobody can be told anything. */
    breakTelling: (is: boolean) => {
      broken = is;
    },
    /** A second server on the same database. */
    another: () => create().hours,
    now: () => now,
    /** Does something at a time of its own, and lets nothing look. */
    at: async (at: Date, work: () => Promise<unknown>) => {
      now = at;
      await work();
    },
    /** As at the beginning, for the next test. */
    startOver: async () => {
      now = new Date(start);
      await hours.sweep();
      for (const list of [told, mailed, opened, queued]) list.length = 0;
      away.clear();
    },
    /** A mentor of a programme of their own, with hours on Thursdays or as `plan` says. */
    withHours: async (plan: Partial<HoursPlan> = {}) => {
      const { join, programId } = await house.newProgram();
      const mentor = await join('Amara Osei');
      const hoursId = await make(mentor, plan);
      const [time] = await timesOf(mentor.memberId);
      if (!time) throw new Error('nothing is planned');
      return { mentor, join, programId, hoursId, timeId: time.id };
    },
    /** The phase and the beginning of each time that is not over, as `announced 03-26T15:00`. */
    startsOf: async ({ memberId }: { memberId: MemberId }) =>
      (await timesOf(memberId)).map((row) => `${row.phase} ${row.startsAt.toISOString().slice(5, 16)}`),
    doorOf: async (memberId: MemberId) => {
      const [view] = await viewDoors(db, { memberId }, () => true);
      if (!view) throw new Error('no door');
      return view;
    },
    /** Moves the clock, and lets the hours look. */
    travelTo: async (at: string) => {
      now = new Date(at);
      await hours.sweep();
    },
    make,
    timesOf,
    stateOf: async (memberId: MemberId): Promise<DoorState> => {
      const [door] = await db.select().from(doorsTable).where(eq(doorsTable.memberId, memberId));
      return door?.state ?? 'closed';
    },
  };
}

export type HoursHouse = Awaited<ReturnType<typeof createHoursHouse>>;
