import { z } from 'zod';
import { memberId, occurrenceId, roundId } from './ids.ts';

/** How often somebody takes part: in the next one, in all, or at most once in so many days. */
export const cadence = z.enum(['once', 'every', 'weekly', 'fortnightly', 'monthly']);
export type Cadence = z.infer<typeof cadence>;

/** Where one occurrence of a round stands. `sitting` counts from 1. */
export const roundPhase = z.enum(['announced', 'gathering', 'sitting', 'between', 'over']);
export type RoundPhase = z.infer<typeof roundPhase>;

const seconds = (least: number, most: number) => z.number().int().min(least).max(most);

/** When a round takes place: its own clock and calendar, whatever the clocks of its members do. */
export const recurrence = z.object({
  rule: z.string().trim().min(1).max(200).meta({ description: 'RRULE of RFC 5545', example: 'FREQ=WEEKLY;BYDAY=TU' }),
  startsAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/)
    .meta({ description: 'First possible time, local', example: '2026-11-24T12:30' }),
  timeZone: z.string().min(1).max(64).meta({ description: 'IANA name', example: 'Europe/Stockholm' }),
});
export type Recurrence = z.infer<typeof recurrence>;

/** What staff say about a round. */
export const roundPlan = recurrence.extend({
  name: z.string().trim().min(1).max(80),
  invited: z.array(memberId).max(5_000).nullable().meta({ description: 'null: everybody' }),
  sittings: z.number().int().min(1).max(6),
  sittingSeconds: seconds(5, 7_200),
  gatheringSeconds: seconds(5, 900).default(120),
  betweenSeconds: seconds(2, 600).default(20),
  preset: z.string().max(80).nullable().meta({ description: 'null: the programme’s' }),
  repeatWindowDays: z.number().int().min(0).max(3_650).nullable().meta({ description: 'null: the programme’s' }),
});
export type RoundPlan = z.infer<typeof roundPlan>;

const time = z.iso.datetime();

/** A round as one member sees it. */
export const roundSeen = z.object({
  roundId,
  name: z.string(),
  timeZone: z.string(),
  sittings: z.number().int(),
  sittingSeconds: z.number().int(),
  next: z.array(time).meta({ description: 'The next times it takes place' }),
  cadence: cadence.nullable().meta({ description: 'null: not joined' }),
  mail: z.boolean(),
  turns: z.array(time).meta({ description: 'Those of `next` in which this person takes part' }),
  satOut: z.array(time),
});
export type RoundSeen = z.infer<typeof roundSeen>;

/** A round as staff see it. Figures below five are not shown. */
export const roundKept = roundPlan.extend({
  roundId,
  next: z.array(time),
  joined: z.number().int().nullable().meta({ description: 'null: fewer than five' }),
});
export type RoundKept = z.infer<typeof roundKept>;

/** The round that concerns one member just now: pushed whole whenever it changes, `null` when there is none. */
export const roundNotice = z.object({
  occurrenceId,
  roundId,
  name: z.string(),
  startsAt: time,
  phase: roundPhase,
  sitting: z.number().int(),
  sittings: z.number().int(),
  until: time.meta({ description: 'When this phase ends' }),
  part: z.enum(['invited', 'expected', 'sat-out', 'here']),
  seated: z.boolean().meta({ description: 'At a table in this sitting' }),
  asked: z
    .object({ memberId, name: z.string() })
    .nullable()
    .meta({ description: 'Somebody who came late and would join this table' }),
});
export type RoundNotice = z.infer<typeof roundNotice>;
