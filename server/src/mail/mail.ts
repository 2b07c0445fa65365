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
  /** Names the letter in its `Message-ID` (RFC 5322, 3.6.4), from our own ids. Default: a new name. */
  name?: string;
};

/** How long mail stays in the local outbox, in s: the links in it have long run out by then. */
const outboxKeeps = 24 * 60 * 60;

export type Mailer = {
  /**
   * @throws AjarError `mail-failed` when the mail server has certainly not taken it; `mail-unsure` when the connection was
   * lost on the way, so that it may or may not have been.
   */
  send(mail: Mail): Promise<void>;
  /** Closes the connections to the mail server. */
  close(): Promise<void>;
};

/**
 * Sends a letter that somebody must never get twice. Whoever calls has written down, and committed, that it is theirs to
 * send: a process that dies from there on has sent it or not, and nobody sends it again. The claim is given back, so that
 * a later attempt sends it, in one case alone: the mail server has certainly not taken it.
 * @param giveBack Takes the claim back in the database.
 */
export async function sendOnce(
  { send }: Pick<Mailer, 'send'>,
  mail: Mail & { name: string },
  giveBack: () => Promise<void>,
): Promise<void> {
  try {
    await send(mail);
  } catch (thrown) {
    if (thrown instanceof AjarError && thrown.code === 'mail-failed') await giveBack();
    throw thrown;
  }
}

/** Sends mail through the mail server of the settings, or lays it in the local outbox when there is none. */
export function createMailer(db: Db, { smtpUrl, mailFrom }: { smtpUrl: string | undefined; mailFrom: string }): Mailer {
  return smtpUrl === undefined ? toOutbox(db) : throughServer(smtpUrl, mailFrom);
}

function throughServer(smtpUrl: string, from: string): Mailer {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  let connected: Promise<Transporter> | undefined;
  const connect = async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({ url: smtpUrl, pool: true, connectionTimeout: 10_000, socketTimeout: 20_000 });
  };
  return {
    async send({ name, ...mail }) {
      connected ??= connect();
      const named = name === undefined ? {} : { messageId: `<${name}@${domain}>` };
      try {
        await (await connected).sendMail({ from, ...named, ...mail });
      } catch (cause) {
        const message = 'The mail could not be sent just now. Please try again in a few minutes.';
        throw new AjarError('unavailable', wasTaken(cause) === 'no' ? 'mail-failed' : 'mail-unsure', message, {
          cause,
        });
      }
    },
    close: async () => (await connected)?.close(),
  };
}

/** A reply that refuses, or a connection that never came about, says that nothing was taken; a broken one says nothing. */
function wasTaken(failure: unknown): 'no' | 'perhaps' {
  if (typeof failure !== 'object' || failure === null) return 'perhaps';
  const { responseCode, syscall, code } = failure as { responseCode?: unknown; syscall?: unknown; code?: unknown };
  if (typeof responseCode === 'number' || syscall === 'connect') return 'no';
  return code === 'EDNS' || code === 'EAUTH' || code === 'ETLS' ? 'no' : 'perhaps';
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
