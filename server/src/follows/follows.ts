import { type DoorId, doorId, type MemberId } from '@ajar/shared';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ApiPart } from '../api/index.ts';
import type { Db, Transaction } from '../database/index.ts';
import type { Doors } from '../doors/index.ts';
import { doors } from '../doors/tables.ts';
import type { Announcer } from '../hub/index.ts';
import { languageOf } from '../languages/index.ts';
import { type Mailer, sendOnce } from '../mail/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { members } from '../programs/tables.ts';
import type { Push } from '../push/index.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { doorName, follow, followedBy, setWays, unfollow, waysOf } from './kept.ts';
import { openLetter, openWords } from './letter.ts';
import { signLink } from './links.ts';
import { MissedHours } from './missed.ts';
import { holdOpening, keepersOf, missedOpenings, missedTellings, worthTelling } from './openings.ts';
import { follows, followTellings } from './tables.ts';

export type FollowsOptions = {
  db: Db;
  queues: Pick<Queues, 'register' | 'add'>;
  doors: Pick<Doors, 'onOpened'>;
  announcer: Pick<Announcer, 'mineChanged'>;
  push: Pick<Push, 'notify'>;
  mailer: Pick<Mailer, 'send'>;
  /** Signs the links in mails. */
  secret: Uint8Array;
  /** The address people open. */
  publicUrl: string;
};

type Routes = 'follows' | 'follow' | 'unfollow' | 'setFollowWays';

/** Tells people when a door opens that they asked about: once an opening, by the ways they chose. */
export class Follows {
  /** Those who hoped for hours that do not come about. */
  readonly missed: MissedHours;
  readonly #options: FollowsOptions;
  readonly #openedJob = defineJob({
    name: 'follows.opened',
    schema: z.object({ doorId }),
    handler: ({ doorId }) => this.#hold(doorId),
  });
  readonly #tellJob = defineJob({
    name: 'follows.tell',
    schema: z.object({ id: z.uuid() }),
    pause: 15_000,
    handler: ({ id }) => this.#tell(id),
  });

  readonly handlers: ApiPart<Routes> = {
    follows: async ({ viewer: { member } }) => ({
      doors: await followedBy(this.#options.db, member.memberId),
      ways: await waysOf(this.#options.db, member.memberId),
    }),
    follow: async ({ viewer: { member, program }, params, body }) => {
      const me = { memberId: member.memberId, programId: program.id };
      await follow(this.#options.db, me, params.doorId, body.always, new Date());
      await this.#options.announcer.mineChanged([member.memberId]);
      return {};
    },
    unfollow: async ({ viewer: { member }, params }) => {
      await unfollow(this.#options.db, member.memberId, params.doorId);
      await this.#options.announcer.mineChanged([member.memberId]);
      return {};
    },
    setFollowWays: async ({ viewer: { member }, body }) => {
      await setWays(this.#options.db, member.memberId, body);
      return {};
    },
  };

  constructor(options: FollowsOptions) {
    this.#options = options;
    this.missed = new MissedHours(options);
    options.queues.register(this.#openedJob);
    options.queues.register(this.#tellJob);
    options.doors.onOpened((doorId) => this.#opened(doorId));
  }

  /** Takes up what a server that died has left: an opening nobody was told of, and what is still to be told. */
  async sweep(): Promise<void> {
    for (const id of await missedOpenings(this.#options.db, new Date())) await this.#opened(id);
    for (const id of await missedTellings(this.#options.db, new Date())) await this.#toTell(id);
    await this.missed.sweep();
  }

  async #opened(doorId: DoorId): Promise<void> {
    await this.#options.queues.add(this.#openedJob, { doorId }, { jobId: doorId });
  }

  async #hold(doorId: DoorId): Promise<void> {
    for (const id of await holdOpening(this.#options.db, doorId, new Date())) await this.#toTell(id);
  }

  async #toTell(id: string): Promise<void> {
    await this.#options.queues.add(this.#tellJob, { id }, { jobId: id });
  }

  /** One person by one way: whoever has taken the telling away, and committed that, tells it, and nobody else ever does. */
  async #tell(id: string): Promise<void> {
    const { db, announcer } = this.#options;
    const taken = await db.transaction(async (tx) => {
      const [telling] = await tx.delete(followTellings).where(eq(followTellings.id, id)).returning();
      if (!telling || telling.openedAt.getTime() + worthTelling < Date.now()) return undefined;
      const { memberId, doorId, openedAt } = telling;
      const door = await openDoor(tx, doorId);
      if (!door) return undefined;
      const keepers = await keepersOf(tx, door);
      const graph = await conflictsOf(tx, [memberId, ...keepers]);
      if (!keepers.some((keeper) => mayMeet(graph, keeper, memberId, 'door'))) return undefined;
      const held = and(eq(follows.memberId, memberId), eq(follows.doorId, doorId), eq(follows.heldAt, openedAt));
      const once = await tx
        .delete(follows)
        .where(and(held, eq(follows.always, false)))
        .returning();
      return { telling, door, once };
    });
    if (!taken) return;
    if (taken.telling.way === 'push') await this.#push(taken);
    else await this.#mail(taken);
    await announcer.mineChanged([taken.telling.memberId]);
  }

  async #push({ telling: { memberId, doorId }, door }: Taken): Promise<void> {
    const ttlSeconds = worthTelling / 1_000;
    await this.#options.push.notify(memberId, { words: openWords(door), path: '/', tag: `door-${doorId}`, ttlSeconds });
  }

  async #mail({ telling, door, once }: Taken): Promise<void> {
    const { db, secret, publicUrl, mailer } = this.#options;
    const { id, memberId, always } = telling;
    const [to] = await db.select().from(members).where(eq(members.id, memberId));
    if (!to) return;
    const noMail = `${publicUrl}/follows/mail?token=${signLink(secret, { member: memberId })}`;
    const language = await languageOf(db, memberId);
    const mail = openLetter(door, { to: to.email, name: to.name, language, corridor: `${publicUrl}/`, noMail, always });
    await sendOnce(mailer, { ...mail, name: id }, () =>
      db.transaction(async (tx) => {
        if (once.length > 0) await tx.insert(follows).values(once).onConflictDoNothing();
        await tx.insert(followTellings).values(telling);
      }),
    );
  }
}

/** A telling that is this process's to tell; `once`: what asked for it, if for this time alone. */
type Taken = {
  telling: typeof followTellings.$inferSelect;
  door: Open;
  once: (typeof follows.$inferSelect)[];
};

type Open = { id: DoorId; memberId: MemberId | null; name: string; state: 'ajar' | 'open' };

/** The door if it is still open: nobody is sent to a closed one. */
async function openDoor(tx: Transaction, id: DoorId): Promise<Open | undefined> {
  const [door] = await tx
    .select({ id: doors.id, memberId: doors.memberId, name: doorName, state: doors.state })
    .from(doors)
    .leftJoin(members, eq(members.id, doors.memberId))
    .where(eq(doors.id, id));
  return door && door.state !== 'closed' ? { ...door, state: door.state } : undefined;
}
