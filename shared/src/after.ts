import { z } from 'zod';
import { personSeen } from './doors.ts';
import { encounterKind } from './encounters.ts';
import { encounterId, memberId, mentorshipId, messageId, reportId, sparkId } from './ids.ts';

/** Why somebody is reported. `other` is told in words. */
export const reportReason = z.enum(['harassment', 'discrimination', 'uncomfortable', 'pretending', 'misuse', 'other']);
export type ReportReason = z.infer<typeof reportReason>;

/** What one person tells the staff about another. */
export const newReport = z.object({
  memberId,
  reason: reportReason,
  words: z.string().trim().max(1000).default(''),
  encounterId: encounterId.nullable().default(null).meta({ description: 'The conversation it happened in, if it did' }),
});

/** A report as staff read it: who, about whom, when. */
export const report = z.object({
  reportId,
  reporter: personSeen,
  about: personSeen,
  reason: reportReason,
  words: z.string(),
  kind: encounterKind.nullable(),
  at: z.iso.datetime(),
});
export type Report = z.infer<typeof report>;

/** How people who have sparked may reach each other: an address, a number, whatever its owner likes. */
export const contactLine = z.string().trim().max(200);

/** Somebody one has just met and may want to meet again. `until`: when the question is put away, ISO 8601, UTC. */
export const meetAgain = z.object({
  encounterId,
  kind: encounterKind,
  person: personSeen,
  startedAt: z.iso.datetime(),
  until: z.iso.datetime(),
});
export type MeetAgain = z.infer<typeof meetAgain>;

/** Whether a conversation was worth the time. */
export const worth = z.enum(['yes', 'somewhat', 'no']);
export type Worth = z.infer<typeof worth>;

/** Where a mentorship stands that somebody asked for. `declined` was said kindly. */
export const mentorshipState = z.enum(['asked', 'active', 'declined']);
export type MentorshipState = z.infer<typeof mentorshipState>;

/** What stands between me and the other: who asked whom, and what came of it. */
export const mentorshipSeen = z.object({
  mentorshipId,
  mentor: z.enum(['me', 'them']),
  state: mentorshipState,
});
export type MentorshipSeen = z.infer<typeof mentorshipSeen>;

/** Both said they want to meet again. */
export const spark = z.object({
  sparkId,
  person: personSeen,
  contact: contactLine,
  since: z.iso.datetime(),
  news: z
    .enum(['spark', 'more'])
    .nullable()
    .meta({ description: 'I have not looked at it yet, or not since the other wrote, asked or answered' }),
  mayAskMentor: z.boolean(),
  mentorships: z.array(mentorshipSeen),
});
export type Spark = z.infer<typeof spark>;

/** What is asked of me, and whom I want to meet again who wants it too. */
export const after = z.object({
  questions: z.array(meetAgain),
  pulses: z.array(z.object({ encounterId })).meta({ description: 'Conversations I may still say were worth the time' }),
  sparks: z.array(spark),
});
export type After = z.infer<typeof after>;

/** The most a message may hold, in characters. */
export const longestMessage = 1000;

/** One message of a thread, to arrange the next meeting. */
export const message = z.object({ messageId, mine: z.boolean(), text: z.string(), at: z.iso.datetime() });
export type Message = z.infer<typeof message>;

/** How many people of a month said so; `null`: fewer than five did. */
const people = z.number().int().min(5).nullable();
export const pulseMonth = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  yes: people,
  somewhat: people,
  no: people,
});
export type PulseMonth = z.infer<typeof pulseMonth>;
