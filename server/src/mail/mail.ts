import { AjarError } from '@ajar/shared';
import { desc, lt } from 'drizzle-orm';
import type { Transporter } from 'nodemailer';
import type { Db } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { outbox } from './tables.ts';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Further headers, such as `List-Unsubscribe`. Default: none. */
  headers?: Readonly<Record<string, string>>;
};

/** How long mail stays in the local outbox, in s: the links in it have long run out by then. */
const outboxKeeps = 24 * 60 * 60;

export type Mailer = {
  /** @throws AjarError `mail-failed` when the mail server does not take it. */
  send(mail: Mail): Promise<void>;
  /** Closes the connections to the mail server. */
  close(): Promise<void>;
};

/** Sends mail through the mail server of the settings, or lays it in the local outbox when there is none. */
export function createMailer(db: Db, { smtpUrl, mailFrom }: { smtpUrl: string | undefined; mailFrom: string }): Mailer {
  return smtpUrl === undefined ? toOutbox(db) : throughServer(smtpUrl, mailFrom);
}

function throughServer(smtpUrl: string, from: string): Mailer {
  let connected: Promise<Transporter> | undefined;
  const connect = async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({ url: smtpUrl, pool: true, connectionTimeout: 10_000, socketTimeout: 20_000 });
  };
  return {
    async send(mail) {
      connected ??= connect();
      try {
        await (await connected).sendMail({ from, ...mail });
      } catch (cause) {
        const message = 'The mail could not be sent just now. Please try again in a few minutes.';
        throw new AjarError('unavailable', 'mail-failed', message, { cause });
      }
    },
    close: async () => (await connected)?.close(),
  };
}

function toOutbox(db: Db): Mailer {
  return {
    async send({ to, subject, text }) {
      await db.insert(outbox).values({ id: newId(), to, subject, text });
      await db.delete(outbox).where(lt(outbox.createdAt, new Date(Date.now() - outboxKeeps * 1000)));
    },
    close: async () => undefined,
  };
}

export type OutboxMail = typeof outbox.$inferSelect;

/** The newest mail in the local outbox. */
export function readOutbox(db: Db): Promise<OutboxMail[]> {
  return db.select().from(outbox).orderBy(desc(outbox.createdAt)).limit(50);
}
