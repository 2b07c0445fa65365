import { type MemberId, type PushMessage, pushMessage } from '@ajar/shared';
import { and, desc, eq, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import type { ApiPart, Call } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { languageOf } from '../languages/index.ts';
import type { Log } from '../log/index.ts';
import { defineJob, type JobRun, type Queues } from '../queue/index.ts';
import { secretNamed } from '../secrets/index.ts';
import { type InEach, inLanguage } from '../words/index.ts';
import { checkEndpoint, type Reach } from './endpoint.ts';
import { send } from './send.ts';
import { pushSubscriptions } from './tables.ts';
import { type VapidKeys, vapidKeysFrom } from './vapid.ts';

export type PushOptions = {
  db: Db;
  queues: Pick<Queues, 'register' | 'add'>;
  /** Who sends, as a push service reads it: a `mailto:` or `https:` URL. */
  subject: string;
  reach: Reach;
  log: Log;
};

export type Notification = Pick<PushMessage, 'path' | 'tag'> & {
  /** Told in the language of whoever is told. */
  words: InEach<Pick<PushMessage, 'title' | 'body'>>;
  /** How long it is worth telling, in s. After that a browser that was off is not told any more. */
  ttlSeconds: number;
};

/** A person has so many browsers at most; a further one takes the place of the oldest. */
const mostBrowsers = 10;
const attempts = 5;

const sendData = z.object({ subscriptionId: z.uuid(), message: pushMessage, until: z.iso.datetime() });

/** Tells people things while no page of ours is open: Web Push to every browser they asked to be told in. */
export class Push {
  readonly #db: Db;
  readonly #queues: PushOptions['queues'];
  readonly #subject: string;
  readonly #reach: Reach;
  readonly #log: Log;
  #keys: Promise<VapidKeys> | undefined;
  readonly #sendJob = defineJob({
    name: 'push.send',
    schema: sendData,
    handler: (data, run) => this.#send(data, run),
    attempts,
    pause: 2_000,
  });

  readonly handlers: ApiPart<'pushKey' | 'subscribe' | 'unsubscribe'> = {
    pushKey: async () => ({ publicKey: (await this.#vapid()).publicKey }),
    subscribe: async (call) => {
      await this.#subscribe(call);
      return {};
    },
    unsubscribe: async ({ viewer, body }) => {
      const own = eq(pushSubscriptions.memberId, viewer.member.memberId);
      await this.#db.delete(pushSubscriptions).where(and(eq(pushSubscriptions.endpoint, body.endpoint), own));
      return {};
    },
  };

  constructor({ db, queues, subject, reach, log }: PushOptions) {
    this.#db = db;
    this.#queues = queues;
    this.#subject = subject;
    this.#reach = reach;
    this.#log = log;
    queues.register(this.#sendJob);
  }

  /** Tells this person in every browser of theirs. When this resolves, it survives `kill -9`. No browser: nothing. */
  async notify(memberId: MemberId, { ttlSeconds, words, path, tag }: Notification): Promise<void> {
    const until = new Date(Date.now() + ttlSeconds * 1_000).toISOString();
    const browsers = await this.#db
      .select({ id: pushSubscriptions.id })
      .from(pushSubscriptions)
      .where(eq(pushSubscriptions.memberId, memberId));
    if (browsers.length === 0) return;
    const message = { ...inLanguage(words, await languageOf(this.#db, memberId)), path, tag };
    for (const { id } of browsers) await this.#queues.add(this.#sendJob, { subscriptionId: id, message, until });
  }

  async #subscribe({ viewer, body: { endpoint, keys } }: Call<'subscribe'>): Promise<void> {
    const { memberId } = viewer.member;
    checkEndpoint(endpoint, this.#reach);
    await this.#db.transaction(async (tx) => {
      await tx
        .insert(pushSubscriptions)
        .values({ id: newId(), memberId, endpoint, ...keys })
        // A browser somebody else signed in with is theirs from now on.
        .onConflictDoUpdate({ target: pushSubscriptions.endpoint, set: { memberId, ...keys, madeAt: new Date() } });
      const own = eq(pushSubscriptions.memberId, memberId);
      const newest = tx
        .select({ id: pushSubscriptions.id })
        .from(pushSubscriptions)
        .where(own)
        .orderBy(desc(pushSubscriptions.madeAt), desc(pushSubscriptions.id))
        .limit(mostBrowsers);
      await tx.delete(pushSubscriptions).where(and(own, notInArray(pushSubscriptions.id, newest)));
    });
  }

  async #send({ subscriptionId, message, until }: z.infer<typeof sendData>, { attempt }: JobRun): Promise<void> {
    const left = Math.floor((Date.parse(until) - Date.now()) / 1_000);
    if (left < 0) return;
    const mine = eq(pushSubscriptions.id, subscriptionId);
    const [to] = await this.#db.select().from(pushSubscriptions).where(mine);
    if (!to) return;
    const { endpoint, p256dh, auth } = to;
    const sending = {
      to: { endpoint, keys: { p256dh, auth } },
      payload: JSON.stringify(message),
      ttl: left,
      name: message.tag,
    };
    try {
      const outcome = await send(sending, { vapid: await this.#vapid(), subject: this.#subject, reach: this.#reach });
      if (outcome === 'gone') await this.#db.delete(pushSubscriptions).where(mine);
      if (outcome === 'sent') await this.#db.update(pushSubscriptions).set({ lastOkAt: new Date() }).where(mine);
      if (outcome === 'refused') this.#log.warn({ subscriptionId }, 'A push service refused a message; it is dropped');
    } catch (err) {
      // A job that fails for good is kept to be looked at, and this one holds words for one person.
      if (attempt < attempts) throw err;
      this.#log.warn({ err, subscriptionId }, 'A push service could not be reached; its message is dropped');
    }
  }

  #vapid(): Promise<VapidKeys> {
    this.#keys ??= secretNamed(this.#db, 'push').then(vapidKeysFrom);
    // One that could not be read is asked for again.
    this.#keys.catch(() => {
      this.#keys = undefined;
    });
    return this.#keys;
  }
}

/** Who sends, from what this server is told of itself. */
export function pushSubject({ publicUrl, mailFrom }: { publicUrl: string; mailFrom: string }): string {
  if (publicUrl.startsWith('https:')) return publicUrl;
  return `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`;
}
