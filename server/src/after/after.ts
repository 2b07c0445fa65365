import type { MemberId, RouteName } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { ApiPart, MemberViewer } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import type { Log } from '../log/index.ts';
import { answerMentor, askMentor } from '../mentorships/index.ts';
import { keepPulse, openPulses, pulsesSeen } from './pulse.ts';
import { answer, type Clock, forgetAnswers, questionsOf } from './questions.ts';
import { keepReport, reportsFor } from './reports.ts';
import { markSeen, otherOf, sparksOf, threadOf, unwrite, write } from './sparks.ts';
import { contacts } from './tables.ts';

type AfterRoutes = Extract<
  RouteName,
  | 'report'
  | 'reports'
  | 'contact'
  | 'setContact'
  | 'after'
  | 'meetAgain'
  | 'pulse'
  | 'pulses'
  | 'thread'
  | 'seen'
  | 'write'
  | 'unwrite'
  | 'askMentor'
  | 'answerMentor'
>;

export type AfterOptions = {
  db: Db;
  /** Told, after it is written, of everybody for whom something has changed that they may see. Default: nobody. */
  onChanged?: (people: readonly MemberId[]) => void;
  /** Time zone of days and months, out of the IANA database. Default: the server's (`TZ`, else the machine's). */
  zone?: string;
  /** Default: the time it is. */
  now?: () => Date;
  log: Log;
};

export type AfterEncounters = {
  handlers: ApiPart<AfterRoutes>;
  /** Forgets what was asked and is put away. To be called now and then. */
  forget(): Promise<void>;
};

/** What comes after people have met: meeting again, sparks and their threads, pulses, and reports. */
export function createAfter({
  db,
  onChanged = () => undefined,
  zone,
  now = () => new Date(),
  log,
}: AfterOptions): AfterEncounters {
  const clock = (): Clock => ({ now: now(), zone: zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone });
  return {
    forget: () => forgetAnswers(db, now()),
    handlers: {
      report: async ({ viewer, body }) => {
        const reportId = await keepReport(db, viewer, body, now());
        log.info({ reportId }, 'A report was kept for the staff');
        return {};
      },
      reports: async ({ viewer }) => ({ reports: await reportsFor(db, viewer) }),
      contact: async ({ viewer }) => {
        const [found] = await db.select().from(contacts).where(eq(contacts.memberId, viewer.member.memberId));
        return { contact: found?.line ?? '' };
      },
      setContact: async ({ viewer, body: { contact } }) => {
        const { memberId } = viewer.member;
        await db
          .insert(contacts)
          .values({ memberId, line: contact })
          .onConflictDoUpdate({ target: contacts.memberId, set: { line: contact } });
        return {};
      },
      after: async ({ viewer }) => {
        const { memberId } = viewer.member;
        const at = clock();
        const [questions, pulses, sparks] = await Promise.all([
          questionsOf(db, memberId, at),
          openPulses(db, memberId, at),
          sparksOf(db, memberId),
        ]);
        return { questions, pulses, sparks };
      },
      meetAgain: async ({ viewer, params, body }) => {
        const me = who(viewer);
        const sparked = await answer(
          db,
          me,
          { encounterId: params.encounterId, aboutId: body.memberId, again: body.again },
          clock(),
        );
        // The other hears of a spark alone. What was said is neither told nor logged.
        onChanged(sparked ? [me.memberId, body.memberId] : [me.memberId]);
        return {};
      },
      pulse: async ({ viewer, params, body: { worth } }) => {
        const me = who(viewer);
        await keepPulse(db, me, { encounterId: params.encounterId, worth }, clock());
        onChanged([me.memberId]);
        return {};
      },
      pulses: async ({ viewer }) => ({ months: await pulsesSeen(db, viewer.program.id, clock()) }),
      thread: async ({ viewer, params }) => ({
        messages: await threadOf(db, viewer.member.memberId, params.sparkId),
      }),
      seen: async ({ viewer, params }) => {
        await markSeen(db, viewer.member.memberId, params.sparkId, now());
        onChanged([viewer.member.memberId]);
        return {};
      },
      write: async ({ viewer, params: { sparkId }, body: { text } }) => {
        const { memberId } = viewer.member;
        const other = await write(db, memberId, { sparkId, text, now: now() });
        onChanged([memberId, other]);
        return {};
      },
      unwrite: async ({ viewer, params }) => {
        const { memberId } = viewer.member;
        onChanged([memberId, await unwrite(db, memberId, params)]);
        return {};
      },
      askMentor: async ({ viewer, params: { sparkId } }) => {
        const { memberId } = viewer.member;
        const mentor = await otherOf(db, memberId, sparkId);
        await askMentor(db, memberId, mentor);
        onChanged([memberId, mentor]);
        return {};
      },
      answerMentor: async ({ viewer, params: { mentorshipId }, body: { accept } }) => {
        const { memberId } = viewer.member;
        const asker = await answerMentor(db, memberId, { mentorshipId, accept, now: now() });
        onChanged([memberId, asker]);
        return {};
      },
    },
  };
}

function who({ member, program }: MemberViewer) {
  return { memberId: member.memberId, programId: program.id };
}
