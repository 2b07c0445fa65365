import { z } from 'zod';
import { drawingId, memberId } from './ids.ts';

/** The ways of pairing a programme or a round may pick from by name. */
export const presetNames = ['Mix across the institution', 'Near peers', 'Mentees with mentors', 'Pure chance'] as const;
export type PresetName = (typeof presetNames)[number];

const time = z.iso.datetime();
const byName = z.record(z.string().max(40), z.number());

/** How a programme pairs by chance, as its staff say it. */
export const coffeePolicy = z.object({
  preset: z.string().max(80).meta({ example: presetNames[0] }),
  weights: byName.meta({ description: 'Those that differ from the preset’s, by name' }),
  repeatWindowDays: z.number().int().min(0).max(3_650),
  supervisorsMay: z.boolean().meta({ description: 'Whether chance may pair supervisors with those they supervise' }),
  passingBar: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'Share of the best possible score from which passing by is worth an offer' }),
});
export type CoffeePolicySaid = z.infer<typeof coffeePolicy>;

/** A change of the policy, saved only if nobody has changed it since it was looked at. */
export const policyChange = coffeePolicy.extend({
  version: z.number().int().min(0).meta({ description: 'The version it is a change of' }),
});
export type PolicyChange = z.infer<typeof policyChange>;

const policyPart = coffeePolicy.keyof();
export type PolicyPart = z.infer<typeof policyPart>;

/** The policy with everything there is to choose from. */
export const policySeen = z.object({
  version: z.number().int().meta({ description: 'Grows by one with every change; 0: nothing was changed yet' }),
  policy: coffeePolicy,
  presets: z.array(z.object({ name: z.string(), points: byName })),
  weights: z
    .array(z.object({ name: z.string(), reason: z.string(), most: z.number() }))
    .meta({ description: 'Every weight with the reason it is there, and the most it may be' }),
  changes: z
    .array(z.object({ version: z.number().int(), at: time, by: z.string().nullable(), parts: z.array(policyPart) }))
    .meta({ description: 'The last changes, newest first; by null: somebody who has left' }),
});
export type PolicySeen = z.infer<typeof policySeen>;

/** One drawing in the list of them. */
export const drawingListed = z.object({
  drawingId,
  at: time,
  kind: z.enum(['table', 'round']),
  round: z.string().nullable().meta({ description: 'Name of the round it was a sitting of' }),
  people: z.number().int(),
  tables: z.number().int(),
});
export type DrawingListed = z.infer<typeof drawingListed>;

const weighed = z.object({ name: z.string(), points: z.number() });

/** Why these people sat together. Nothing of it depends on what somebody said privately. */
export const tableExplained = z.object({
  people: z.array(z.object({ memberId, name: z.string().nullable() })).meta({ description: 'null: has left' }),
  points: z.number().meta({ description: 'The sum over every two of what was weighed between them' }),
  pairs: z.array(
    z.object({
      people: z.tuple([memberId, memberId]),
      weighed: z.array(weighed),
      turns: z.array(z.string()).meta({ description: 'What of going first counted before all points' }),
    }),
  ),
});
export type TableExplained = z.infer<typeof tableExplained>;

/** Whether a drawing can be made again, and if not why: what went into it is forgotten, or it was drawn another way. */
export const replayable = z.enum(['yes', 'forgotten', 'drawn-otherwise']);
export type Replayable = z.infer<typeof replayable>;

/** A drawing as staff see it: enough to answer “why us?”. */
export const drawingExplained = drawingListed.extend({
  seed: z.number().int(),
  policy: z.number().int().nullable().meta({ description: 'Version of the policy; null: from before it was kept' }),
  policyMark: z.string().meta({ description: 'The same mark, the same rules, weights and way of drawing' }),
  preset: z.string(),
  repeatWindowDays: z.number().int().nullable().meta({ description: 'null: forgotten' }),
  rules: z
    .array(z.object({ name: z.string(), people: z.number().int().nullable() }))
    .nullable()
    .meta({
      description:
        'Rules that kept people apart, and how many people; people null: fewer than five, or nobody. null: forgotten',
    }),
  seating: z.array(tableExplained),
  replay: replayable,
});
export type DrawingExplained = z.infer<typeof drawingExplained>;
