import { memberId, type OccurrenceId, occurrenceId, type PageLanguage } from '@ajar/shared';
import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../database/index.ts';
import { languageOf } from '../languages/index.ts';
import { type Mailer, sendOnce } from '../mail/index.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { letter } from './letters.ts';
import { signLink } from './links.ts';
import { type Invited, invitedTo } from './people.ts';
import type { OccurrenceRow, RoundRow } from './plan.ts';
import { roundMails, roundOccurrences, rounds } from './tables.ts';

export type RoundPostOptions = {
  db: Db;
  queues: Pick<Queues, 'register' | 'add'>;
  mailer: Pick<Mailer, 'send'>;
  /** Signs the links in mails. */
  secret: Uint8Array;
  /** The address people open. */
  publicUrl: string;
  /** Default: the clock. */
  now?: () => Date;
};

const kind = z.enum(['invitation', 'reminder']);
type Kind = z.infer<typeof kind>;

/** How long before a round each mail goes out, in ms. */
const ahead: Readonly<Record<Kind, number>> = { invitation: 3 * 24 * 3_600_000, reminder: 10 * 60_000 };
const sentAt = { invitation: roundOccurrences.invitedAt, reminder: roundOccurrences.remindedAt } as const;

type Of = { round: RoundRow; occurrence: OccurrenceRow };

/** Writes to people before a round: an invitation days ahead, and a reminder to those whose turn it is. */
export class RoundPost {
  readonly #options: RoundPostOptions;
  readonly #now: () => Date;
  readonly #writeJob = defineJob({
    name: 'rounds.write',
    schema: z.object({ occurrenceId, kind }),
    handler: ({ occurrenceId, kind }) => this.#write(occurrenceId, kind),
  });
  readonly #mailJob = defineJob({
    name: 'rounds.mail',
    schema: z.object({ occurrenceId, memberId, kind }),
    pause: 30_000,
    handler: ({ occurrenceId, memberId, kind }) => this.#mail(occurrenceId, memberId, kind),
  });

  constructor(options: RoundPostOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    options.queues.register(this.#writeJob);
    options.queues.register(this.#mailJob);
  }

  /** Sees that both mails of an announced occurrence go out in time. */
  async schedule({ id, startsAt }: OccurrenceRow): Promise<void> {
    for (const which of kind.options) {
      const delay = Math.max(0, startsAt.getTime() - ahead[which] - this.#now().getTime());
      await this.#options.queues.add(
        this.#writeJob,
        { occurrenceId: id, kind: which },
        { delay, jobId: `${id}/${which}/${startsAt.getTime()}` },
      );
    }
  }

  /** Mails that should have gone out by now and have not, because their job was lost. */
  async sweep(now: Date): Promise<void> {
    for (const which of kind.options) {
      const due = new Date(now.getTime() + ahead[which]);
      const open = or(eq(roundOccurrences.phase, 'announced'), eq(roundOccurrences.phase, 'gathering'));
      const left = await this.#options.db
        .select({ id: roundOccurrences.id })
        .from(roundOccurrences)
        .where(and(open, isNull(sentAt[which]), lte(roundOccurrences.startsAt, due)));
      for (const { id } of left) await this.#write(id, which);
    }
  }

  /** One job a letter: a mail server that refuses one address holds up no other. */
  async #write(id: OccurrenceId, which: Kind): Promise<void> {
    const of = await this.#due(id, which);
    if (!of || of.occurrence[which === 'invitation' ? 'invitedAt' : 'remindedAt']) return;
    for (const person of await invitedTo(this.#options.db, { round: of.round, startsAt: of.occurrence.startsAt })) {
      if (!wants(person, which)) continue;
      const data = { occurrenceId: id, memberId: person.memberId, kind: which };
      await this.#options.queues.add(this.#mailJob, data, { jobId: `${id}/${person.memberId}/${which}` });
    }
    const done = which === 'invitation' ? { invitedAt: this.#now() } : { remindedAt: this.#now() };
    await this.#options.db.update(roundOccurrences).set(done).where(eq(roundOccurrences.id, id));
  }

  /** Each letter at most once: the receipt is committed first, and taken back only from a mail server that took nothing. */
  async #mail(id: OccurrenceId, memberId: Invited['memberId'], which: Kind): Promise<void> {
    const { db, mailer } = this.#options;
    const of = await this.#due(id, which);
    if (!of) return;
    const { round, occurrence } = of;
    const [person] = await invitedTo(db, { round, startsAt: occurrence.startsAt }, [memberId]);
    if (!person || !wants(person, which)) return;
    const receipt = { occurrenceId: id, memberId, kind: which, roundId: round.id };
    const isOurs = await db.transaction(async (tx) => {
      if (!person.expected) {
        // Who has not joined hears of a round once, not every week.
        const before = and(eq(roundMails.roundId, round.id), eq(roundMails.memberId, memberId));
        const [told] = await tx.select({ at: roundMails.sentAt }).from(roundMails).where(before).limit(1);
        if (told) return false;
      }
      const written = await tx.insert(roundMails).values(receipt).onConflictDoNothing().returning();
      return written.length > 0;
    });
    if (!isOurs) return;
    const language = await languageOf(db, memberId);
    const mail = { ...this.#letter(of, person, which, language), name: `${id}.${which}.${memberId}` };
    await sendOnce(mailer, mail, async () => {
      const own = and(eq(roundMails.occurrenceId, id), eq(roundMails.memberId, memberId), eq(roundMails.kind, which));
      await db.delete(roundMails).where(own);
    });
  }

  #letter({ round, occurrence }: Of, person: Invited, which: Kind, language: PageLanguage) {
    const { secret, publicUrl } = this.#options;
    const link = (at?: number) => {
      const content = { member: person.memberId, round: round.id, ...(at === undefined ? {} : { at }) };
      return `${publicUrl}/rounds/answer?token=${signLink(secret, content)}`;
    };
    return letter(which, {
      round,
      startsAt: occurrence.startsAt,
      person,
      language,
      page: `${publicUrl}/rounds`,
      sitOut: link(occurrence.startsAt.getTime()),
      noMail: link(),
    });
  }

  /** The occurrence, if it is time for this mail and not too late. */
  async #due(id: OccurrenceId, which: Kind): Promise<Of | undefined> {
    const [found] = await this.#options.db
      .select({ round: rounds, occurrence: roundOccurrences })
      .from(roundOccurrences)
      .innerJoin(rounds, eq(rounds.id, roundOccurrences.roundId))
      .where(and(eq(roundOccurrences.id, id), isNull(rounds.stoppedAt)));
    if (!found) return undefined;
    const left = found.occurrence.startsAt.getTime() - this.#now().getTime();
    return left > 0 && left <= ahead[which] ? found : undefined;
  }
}

function wants({ mail, expected, cadence, satOut }: Invited, which: Kind): boolean {
  if (!mail) return false;
  return expected || (which === 'invitation' && cadence === null && !satOut);
}
