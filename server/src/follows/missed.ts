import { type HoursTimeId, hoursTimeId, type MemberId, memberId } from '@ajar/shared';
import { and, eq, gt, isNotNull, isNull, notExists, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Transaction } from '../database/index.ts';
import { doorHosts, doors } from '../doors/tables.ts';
import { doorHoursTimes } from '../hours/tables.ts';
import { languageOf } from '../languages/index.ts';
import { type Mailer, sendOnce } from '../mail/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { members } from '../programs/tables.ts';
import type { Push } from '../push/index.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { closedLetter, closedWords } from './letter.ts';
import { signLink } from './links.ts';
import { waysOfAll } from './openings.ts';
import { follows, missedHours } from './tables.ts';

export type MissedHoursOptions = {
  db: Db;
  queues: Pick<Queues, 'register' | 'add'>;
  push: Pick<Push, 'notify'>;
  mailer: Pick<Mailer, 'send'>;
  secret: Uint8Array;
  publicUrl: string;
  /** Default: the clock. */
  now?: () => Date;
};

/** How long, in s, it is worth telling that a door stays closed. */
const worthTelling = 3_600;

const way = z.enum(['push', 'mail']);
const telling = z.object({ timeId: hoursTimeId, memberId, way });
type Telling = z.infer<typeof telling>;

/**
 * Tells those who hoped for hours that do not come about: who follows the door or has its hours in their calendar, by the
 * ways they chose, and not in their quiet hours. Each once: the row is claimed, and that is committed, before it is told.
 */
export class MissedHours {
  readonly #options: MissedHoursOptions;
  readonly #now: () => Date;
  readonly #tellJob = defineJob({
    name: 'follows.missed',
    schema: telling,
    pause: 15_000,
    handler: (data) => this.#tell(data),
  });

  constructor(options: MissedHoursOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    options.queues.register(this.#tellJob);
  }

  /**
   * Writes down who is to be told of a time that its door stays closed. As good done twice as once.
   * @param readers Who has the hours in their calendar.
   */
  async hold(timeId: HoursTimeId, readers: readonly MemberId[]): Promise<void> {
    const { db } = this.#options;
    await db.transaction(async (tx) => {
      const mentor = await closed(tx, timeId, this.#now());
      if (!mentor) return;
      const followers = await tx
        .select({ memberId: follows.memberId })
        .from(follows)
        .where(eq(follows.doorId, mentor.doorId));
      const ids = [...new Set([...followers.map((row) => row.memberId), ...readers])];
      if (ids.length === 0) return;
      const graph = await conflictsOf(tx, [mentor.memberId, ...ids]);
      const ways = await waysOfAll(tx, ids, this.#now());
      const rows = ids
        .filter((id) => mayMeet(graph, mentor.memberId, id, 'door'))
        .flatMap((memberId) => (ways.get(memberId) ?? []).map((way) => ({ timeId, memberId, way })));
      if (rows.length > 0) await tx.insert(missedHours).values(rows).onConflictDoNothing();
    });
    await this.#toTell(timeId);
  }

  /** Takes up what a server that died has left to be told. */
  async sweep(): Promise<void> {
    const left = await this.#options.db
      .selectDistinct({ timeId: missedHours.timeId })
      .from(missedHours)
      .innerJoin(doorHoursTimes, eq(doorHoursTimes.id, missedHours.timeId))
      .where(and(isNull(missedHours.claimedAt), gt(doorHoursTimes.endsAt, this.#now())));
    for (const { timeId } of left) await this.#toTell(timeId);
  }

  async #toTell(timeId: HoursTimeId): Promise<void> {
    const { db, queues } = this.#options;
    const open = and(eq(missedHours.timeId, timeId), isNull(missedHours.claimedAt));
    for (const { memberId, way } of await db.select().from(missedHours).where(open)) {
      await queues.add(this.#tellJob, { timeId, memberId, way }, { jobId: `${timeId}/${memberId}/${way}` });
    }
  }

  async #tell(one: Telling): Promise<void> {
    const { db, push } = this.#options;
    const now = this.#now();
    const taken = await db.transaction(async (tx) => {
      const mine = await tx
        .update(missedHours)
        .set({ claimedAt: now })
        .where(and(keyOf(one), isNull(missedHours.claimedAt)))
        .returning();
      const mentor = await closed(tx, one.timeId, now);
      // Meanwhile the mentor may have opened after all, and who hoped may have said no more mail.
      if (mine.length === 0 || !mentor) return undefined;
      const ways = await waysOfAll(tx, [one.memberId], now);
      const graph = await conflictsOf(tx, [mentor.memberId, one.memberId]);
      if (!ways.get(one.memberId)?.includes(one.way)) return undefined;
      return mayMeet(graph, mentor.memberId, one.memberId, 'door') ? mentor : undefined;
    });
    if (!taken) return;
    if (one.way === 'mail') return this.#mail(one, taken.name);
    const words = closedWords(taken.name);
    const message = { words, path: '/', tag: `hours-${one.timeId}`, ttlSeconds: worthTelling };
    await push.notify(one.memberId, message);
  }

  async #mail(one: Telling, mentorName: string): Promise<void> {
    const { db, mailer, secret, publicUrl } = this.#options;
    const [to] = await db.select().from(members).where(eq(members.id, one.memberId));
    if (!to) return;
    const noMail = `${publicUrl}/follows/mail?token=${signLink(secret, { member: one.memberId })}`;
    const language = await languageOf(db, one.memberId);
    const letter = closedLetter(mentorName, {
      to: to.email,
      name: to.name,
      language,
      corridor: `${publicUrl}/`,
      noMail,
    });
    await sendOnce(mailer, { ...letter, name: `${one.timeId}.${one.memberId}` }, async () => {
      await db.update(missedHours).set({ claimedAt: null }).where(keyOf(one));
    });
  }
}

const keyOf = ({ timeId, memberId, way }: Telling) =>
  and(eq(missedHours.timeId, timeId), eq(missedHours.memberId, memberId), eq(missedHours.way, way));

/** Whose hours these are, and at which door, if they do not come about, are not over, and nobody else holds the door. */
async function closed(tx: Transaction, timeId: HoursTimeId, now: Date) {
  const atDuty = tx
    .select({ doorId: doorHosts.doorId })
    .from(doorHosts)
    .where(and(eq(doorHosts.doorId, doorHoursTimes.doorId), isNotNull(doorHosts.onDutySince)));
  const door = or(
    eq(doors.id, doorHoursTimes.doorId),
    and(isNull(doorHoursTimes.doorId), eq(doors.memberId, doorHoursTimes.memberId)),
  );
  const [time] = await tx
    .select({ memberId: members.id, doorId: doors.id, name: sql<string>`coalesce(${doors.title}, ${members.name})` })
    .from(doorHoursTimes)
    .innerJoin(members, eq(members.id, doorHoursTimes.memberId))
    .innerJoin(doors, door)
    .where(
      and(
        eq(doorHoursTimes.id, timeId),
        eq(doorHoursTimes.phase, 'closed'),
        gt(doorHoursTimes.endsAt, now),
        notExists(atDuty),
      ),
    );
  return time;
}
