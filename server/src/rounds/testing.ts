import {
  AjarError,
  type MemberId,
  type OccurrenceId,
  type ProgramId,
  type RoundId,
  type RoundPlan,
  roundPlan,
} from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { newSalt } from '../coffee/index.ts';
import { createTestHouse } from '../encounters/testing.ts';
import { createLog } from '../log/index.ts';
import type { Mail } from '../mail/index.ts';
import type { AddOptions, Job } from '../queue/index.ts';
import { makeRound } from './kept.ts';
import { RoundPost } from './mail.ts';
import { Rounds } from './rounds.ts';
import { roundOccurrences } from './tables.ts';

/** The secret of links in test mails. */
export const linkSecret = new Uint8Array(32).fill(7);

type RefusedMail = 'mail-failed' | 'mail-unsure';

/** Rounds on a database of their own, with a clock that only the test moves. Jobs do not run: the test says when to look. */
export async function createRoundHouse(start: string) {
  const house = await createTestHouse();
  let now = new Date(start);
  const clock = () => now;
  const mails: Mail[] = [];
  const { db, queues, encounters, announcer, pool } = house;
  const jobs = new Map<string, Job<never>>();
  const mailing: { fails: RefusedMail | false } = { fails: false };
  const shared = {
    db,
    queues: {
      register: <Data>(job: Job<Data>) => void jobs.set(job.name, job as unknown as Job<never>),
      // A letter is written at once; whatever else is due, the test's sweeps find.
      add: async <Data>(job: Job<Data>, data: Data, options?: AddOptions) => {
        if (job.name === 'rounds.mail') await job.handler(data, { id: options?.jobId ?? '', attempt: 1 });
        else await queues.add(job, data, options);
      },
    },
    now: clock,
  };
  const post = new RoundPost({
    ...shared,
    mailer: {
      send: async (mail) => {
        if (mailing.fails) throw new AjarError('unavailable', mailing.fails, 'The mail could not be sent.');
        mails.push(mail);
      },
    },
    secret: linkSecret,
    publicUrl: 'https://ajar.example.org',
  });
  const create = () =>
    new Rounds({
      ...shared,
      encounters,
      announcer,
      pair: (round, told) => pool.pair(round, { ...told, salt: newSalt() }),
      around: (memberId: MemberId) => !house.away.has(memberId),
      post,
      log: createLog({ level: 'error' }),
    });
  const rounds = create();
  const occurrences = (roundId: RoundId) =>
    db.select().from(roundOccurrences).where(eq(roundOccurrences.roundId, roundId)).orderBy(roundOccurrences.startsAt);
  return {
    ...house,
    rounds,
    post,
    mails,
    /** Whether the mail server refuses everything, or is lost on the way with it. */
    refuseMail: (fails: RefusedMail | false) => {
      mailing.fails = fails;
    },
    /** Runs the job of one letter, as a retry does. */
    mailAgain: async (occurrenceId: OccurrenceId, memberId: MemberId) => {
      const data = { occurrenceId, memberId, kind: 'invitation' } as never;
      await jobs.get('rounds.mail')?.handler(data, { id: '', attempt: 2 });
    },
    /** A second server on the same database. */
    another: create,
    now: clock,
    travelTo: (at: string | Date) => {
      now = new Date(at);
    },
    make: async (programId: ProgramId, plan: Partial<RoundPlan>) => {
      const roundId = await makeRound(db, programId, roundPlan.parse({ ...daily, ...plan }), now);
      await rounds.plan(roundId);
      return roundId;
    },
    occurrences,
    /** The one occurrence that is not over. */
    current: async (roundId: RoundId) => {
      const open = (await occurrences(roundId)).filter((row) => row.phase !== 'over');
      if (open.length !== 1 || !open[0]) throw new Error(`${open.length} occurrences are open`);
      return open[0];
    },
  };
}

export type RoundHouse = Awaited<ReturnType<typeof createRoundHouse>>;

const daily: Omit<RoundPlan, 'gatheringSeconds' | 'betweenSeconds'> = {
  name: 'Lunch round',
  invited: null,
  rule: 'FREQ=DAILY',
  startsAt: '2026-03-01T12:00',
  timeZone: 'Europe/Stockholm',
  sittings: 2,
  sittingSeconds: 600,
  preset: null,
  repeatWindowDays: 0,
};
