import type { DoorId, FollowWays, MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import { Doors } from '../doors/index.ts';
import { doors as doorsTable } from '../doors/tables.ts';
import { createTestHouse } from '../encounters/testing.ts';
import { createLog } from '../log/index.ts';
import { createMailer } from '../mail/index.ts';
import { startMailServer } from '../mail/testing.ts';
import { Push } from '../push/index.ts';
import { startPushService } from '../push/testing.ts';
import { openQueues } from '../queue/index.ts';
import { Follows } from './follows.ts';

/** The secret of links in test mails. */
export const linkSecret = new Uint8Array(32).fill(9);

export type FollowHouse = Awaited<ReturnType<typeof createFollowHouse>>;

/** A programme whose people follow doors, with a push service and a mail server that write down what reaches them. */
export async function createFollowHouse() {
  const house = await createTestHouse();
  onTestFinished(() => house.close());
  const [pushService, mailServer] = [await startPushService(), await startMailServer()];
  const mailer = createMailer(house.db, { smtpUrl: mailServer.url, mailFrom: 'Ajar <ajar@localhost>' });
  onTestFinished(() => mailer.close());
  const log = createLog({ level: 'error' });
  /** A server of its own on the same database: its own queues and its own doors. */
  const server = async () => {
    const { db, encounters, announcer } = house;
    const queues = await openQueues({ connection: house.connection, redis: undefined, log });
    onTestFinished(() => queues.close());
    const doors = new Doors({ db, encounters, announcer, around: (id) => !house.away.has(id), log });
    const push = new Push({ db, queues, subject: 'mailto:staff@example.org', reach: { loopback: true }, log });
    const follows = new Follows({
      db,
      queues,
      doors,
      announcer,
      push,
      mailer,
      secret: linkSecret,
      publicUrl: 'https://ajar.example.org',
    });
    return { queues, doors, push, follows };
  };
  const one = await server();
  const { programId, join } = await house.newProgram();
  const call = (memberId: MemberId, rest: object) =>
    ({ viewer: { member: { memberId }, program: { id: programId } }, ...rest }) as never;
  const doorOf = async (memberId: MemberId): Promise<DoorId> => {
    const [door] = await house.db.select().from(doorsTable).where(eq(doorsTable.memberId, memberId));
    if (!door) throw new Error('no door');
    return door.id;
  };
  return {
    ...house,
    ...one,
    server,
    join,
    doorOf,
    pushed: pushService.received,
    mailed: mailServer.taken,
    /** As if the door had last been closed so many minutes ago. */
    closedFor: async (doorId: DoorId, minutes: number) => {
      const changedAt = new Date(Date.now() - minutes * 60_000);
      await house.db.update(doorsTable).set({ changedAt }).where(eq(doorsTable.id, doorId));
    },
    browser: (memberId: MemberId, name: string) =>
      one.push.handlers.subscribe(call(memberId, { body: pushService.subscription(name) })),
    ways: (memberId: MemberId, body: Partial<FollowWays>) =>
      one.follows.handlers.setFollowWays(call(memberId, { body: { push: true, mail: true, quiet: null, ...body } })),
    follow: (memberId: MemberId, doorId: DoorId, always = false) =>
      one.follows.handlers.follow(call(memberId, { params: { doorId }, body: { always } })),
    unfollow: (memberId: MemberId, doorId: DoorId) =>
      one.follows.handlers.unfollow(call(memberId, { params: { doorId } })),
    list: (memberId: MemberId) => one.follows.handlers.follows(call(memberId, {})),
  };
}

/** A mail as it came over the line, its soft line breaks and escapes undone. */
export const plain = (mail: string | undefined) =>
  Buffer.from(
    (mail ?? '')
      .replace(/=\r\n/g, '')
      .replace(/\r\n[ \t]+/g, ' ')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
