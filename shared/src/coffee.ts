import { z } from 'zod';
import { encounterId, memberId } from './ids.ts';
import { careerStage, tableSize } from './people.ts';

/** The coffee table as everybody sees it: how many chairs are taken, never by whom. */
export const tableSeen = z.object({ taken: z.number().int().nonnegative() });
export type TableSeen = z.infer<typeof tableSeen>;

/** How long a coffee is to last. When people chose differently, the shortest counts. */
export const coffeeMinutes = z.union([z.literal(10), z.literal(20), z.literal(30)]);
export type CoffeeMinutes = z.infer<typeof coffeeMinutes>;

/** What one sits down with. `minutes` left out: 20; `tableSize` left out: as the last time. */
export const sittingDown = z.object({ minutes: coffeeMinutes.optional(), tableSize: tableSize.optional() });
export type SittingDown = z.infer<typeof sittingDown>;

export const mySeat = z.object({
  since: z.iso.datetime(),
  minutes: coffeeMinutes,
  again: z.boolean().meta({ description: 'Back at the table, first in line: nobody came into the call' }),
});
export type MySeat = z.infer<typeof mySeat>;

/** What somebody does, as they chose to show it at one coffee. What they have not said is empty. */
export const shownAtCoffee = z.object({
  memberId,
  place: z.string(),
  profession: z.string(),
  stage: careerStage.nullable(),
});
export type ShownAtCoffee = z.infer<typeof shownAtCoffee>;

/** The coffee one is at, beside its call. Who else would like to stay longer is nobody's to know. */
export const myCoffee = z.object({
  encounterId,
  turn: z.number().int().nonnegative().meta({ description: 'Grows by one with every press on the starter' }),
  starter: z.string().nullable().meta({ description: 'On the table for everybody here; null: put away' }),
  bell: z.boolean().meta({ description: 'Two minutes are left' }),
  staying: z.boolean().meta({ description: 'I have said that I would like to stay longer' }),
  extensions: z.number().int().nonnegative().meta({ description: 'How often all of us stayed longer' }),
  shown: z
    .array(shownAtCoffee)
    .meta({ description: 'Who of us has shown what they do. Of anybody else nothing is told' }),
});
export type MyCoffee = z.infer<typeof myCoffee>;

/** What changes with a press on the starter: `another` one, or `away` with it. */
export const starterPress = z.object({
  encounterId,
  /** The turn one was looking at, so that two presses at once change it once. */
  turn: z.number().int().nonnegative(),
  press: z.enum(['another', 'away']),
});
export type StarterPress = z.infer<typeof starterPress>;

/** How long, in minutes, one may ask to be called for. */
export const callMeMinutes = z.union([z.literal(30), z.literal(60), z.literal(120), z.literal(240)]);
export type CallMeMinutes = z.infer<typeof callMeMinutes>;

/** What somebody at the table, or on the way there, may like to know. */
export const tableNews = z.object({
  tableSize,
  usualHours: z
    .array(z.number().int().min(0).max(23))
    .meta({ description: 'Hours of the day, UTC, with most coffees; empty: too few people to say' }),
  callMeUntil: z.iso.datetime().nullable(),
});
export type TableNews = z.infer<typeof tableNews>;

const starterText = z.string().trim().min(1).max(200);
/** The conversation starters of a programme, in any order. */
export const starterSet = z.object({ starters: z.array(starterText).min(1).max(200) });
