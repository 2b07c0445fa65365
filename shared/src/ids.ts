import { z } from 'zod';

/** Ids are UUIDs (version 7 where we make them, so that they sort by time), branded so that one kind never passes for another. */
export const programId = z.uuid().brand<'ProgramId'>();
export const memberId = z.uuid().brand<'MemberId'>();
export const doorId = z.uuid().brand<'DoorId'>();
export const visitId = z.uuid().brand<'VisitId'>();
export const encounterId = z.uuid().brand<'EncounterId'>();
/** A room is named after its encounter, so that a rejoining client needs no second name. */
export const roomId = z.uuid().brand<'RoomId'>();
/** One connection of one person in one room; made by the media node. */
export const peerId = z.uuid().brand<'PeerId'>();
export const reportId = z.uuid().brand<'ReportId'>();
export const sparkId = z.uuid().brand<'SparkId'>();
export const messageId = z.uuid().brand<'MessageId'>();
export const mentorshipId = z.uuid().brand<'MentorshipId'>();
export const roundId = z.uuid().brand<'RoundId'>();
/** One time a round takes place. */
export const occurrenceId = z.uuid().brand<'OccurrenceId'>();
/** One drawing of lots at coffee, of one table or many. */
export const drawingId = z.uuid().brand<'DrawingId'>();
/** Hours of a door: one rule, or one time. */
export const hoursId = z.uuid().brand<'HoursId'>();
/** One time that hours take place. */
export const hoursTimeId = z.uuid().brand<'HoursTimeId'>();
export const daysOffId = z.uuid().brand<'DaysOffId'>();
export const nodeId = z.string().min(1).max(100).brand<'NodeId'>();

export type ProgramId = z.infer<typeof programId>;
export type MemberId = z.infer<typeof memberId>;
export type DoorId = z.infer<typeof doorId>;
export type VisitId = z.infer<typeof visitId>;
export type EncounterId = z.infer<typeof encounterId>;
export type RoomId = z.infer<typeof roomId>;
export type PeerId = z.infer<typeof peerId>;
export type ReportId = z.infer<typeof reportId>;
export type SparkId = z.infer<typeof sparkId>;
export type MessageId = z.infer<typeof messageId>;
export type MentorshipId = z.infer<typeof mentorshipId>;
export type RoundId = z.infer<typeof roundId>;
export type OccurrenceId = z.infer<typeof occurrenceId>;
export type DrawingId = z.infer<typeof drawingId>;
export type HoursId = z.infer<typeof hoursId>;
export type HoursTimeId = z.infer<typeof hoursTimeId>;
export type DaysOffId = z.infer<typeof daysOffId>;
export type NodeId = z.infer<typeof nodeId>;
