import {
  AjarError,
  type EncounterId,
  type MemberId,
  type Report,
  type ReportId,
  type ReportReason,
} from '@ajar/shared';
import { and, count, desc, eq, gt, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { MemberViewer } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import { encounterPeople, encounters } from '../encounters/tables.ts';
import { newId } from '../ids/index.ts';
import { members } from '../programs/tables.ts';
import { reports } from './tables.ts';

/** How many reports staff see at once. */
const shown = 200;
/** The most one person reports in a day. */
const mostADay = 20;
const day = 24 * 3_600_000;

export type NewReport = { memberId: MemberId; reason: ReportReason; words: string; encounterId: EncounterId | null };

/** Keeps a report for the staff of the programme. @throws AjarError `no-such-member`, `own-report`, `too-many-reports`. */
export async function keepReport(db: Db, viewer: MemberViewer, report: NewReport, now: Date): Promise<ReportId> {
  const me = viewer.member.memberId;
  const { memberId: aboutId, reason, words } = report;
  if (aboutId === me) {
    throw new AjarError('bad-input', 'own-report', 'memberId: you cannot report yourself. Nothing was changed.');
  }
  const inProgram = and(eq(members.id, aboutId), eq(members.programId, viewer.program.id));
  const [known] = await db.select({ id: members.id }).from(members).where(inProgram);
  if (!known) throw new AjarError('not-found', 'no-such-member', 'There is nobody like that in your programme.');
  const [today] = await db
    .select({ reported: count() })
    .from(reports)
    .where(and(eq(reports.reporterId, me), gt(reports.at, new Date(now.getTime() - day))));
  if ((today?.reported ?? 0) >= mostADay) {
    const message = 'This report was not kept: you have sent many today. Please speak to the staff of your programme.';
    throw new AjarError('too-many', 'too-many-reports', message);
  }
  const id = newId<ReportId>();
  const encounterId = report.encounterId && (await wereIn(db, me, report.encounterId)) ? report.encounterId : null;
  await db
    .insert(reports)
    .values({ id, programId: viewer.program.id, reporterId: me, aboutId, encounterId, reason, words, at: now });
  return id;
}

/** What was reported in this programme, the latest first. Nobody reads what is about themselves, staff or not. */
export async function reportsFor(db: Db, viewer: MemberViewer): Promise<Report[]> {
  const reporter = alias(members, 'reporter');
  const about = alias(members, 'about');
  const rows = await db
    .select({
      reportId: reports.id,
      reporter: { memberId: reporter.id, name: reporter.name },
      about: { memberId: about.id, name: about.name },
      reason: reports.reason,
      words: reports.words,
      kind: encounters.kind,
      at: reports.at,
    })
    .from(reports)
    .innerJoin(reporter, eq(reporter.id, reports.reporterId))
    .innerJoin(about, eq(about.id, reports.aboutId))
    .leftJoin(encounters, eq(encounters.id, reports.encounterId))
    .where(and(eq(reports.programId, viewer.program.id), ne(reports.aboutId, viewer.member.memberId)))
    .orderBy(desc(reports.at))
    .limit(shown);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function wereIn(db: Db, me: MemberId, encounterId: EncounterId): Promise<boolean> {
  const rows = await db
    .select({ memberId: encounterPeople.memberId })
    .from(encounterPeople)
    .where(and(eq(encounterPeople.encounterId, encounterId), eq(encounterPeople.memberId, me)));
  return rows.length > 0;
}
