import { AjarError, type PresetName, presetNames } from '@ajar/shared';
import { inCommon } from './bits.ts';
import type { People } from './encoding.ts';

/** Points of each preset, in the order of `presetNames`. */
type Points = readonly [number, number, number, number];

type Weight = {
  name: string;
  points: Points;
  /** Why it is weighed, for staff. */
  reason: string;
  /** How often the points are given: a share from 0 to `most`, symmetric. */
  share: (people: People, a: number, b: number) => number;
  most: number;
};

const known = (values: Int32Array, a: number, b: number) => (values[a] ?? -1) >= 0 && (values[b] ?? -1) >= 0;
const differ = (values: Int32Array, a: number, b: number) => (known(values, a, b) && values[a] !== values[b] ? 1 : 0);
const stagesApart = ({ stage }: People, a: number, b: number) => Math.abs((stage[a] ?? 0) - (stage[b] ?? 0));

/** After this many days, having met weighs no longer. */
const longAgoDays = 365;

/** Every weight there is between two people. The weight of a pair is the sum of points times share. */
export const pairWeights: readonly Weight[] = [
  {
    name: 'neverMet',
    points: [40, 30, 20, 0],
    reason: 'Chance meetings are for people who would not have met otherwise.',
    share: ({ metDaysAgo }, a, b) => (metDaysAgo[a]?.has(b) ? 0 : 1),
    most: 1,
  },
  {
    name: 'metLongAgo',
    points: [20, 15, 10, 0],
    reason: 'Who has met is better met again late than soon; in full after a year.',
    share: ({ metDaysAgo }, a, b) => Math.min(1, (metDaysAgo[a]?.get(b) ?? 0) / longAgoDays),
    most: 1,
  },
  {
    name: 'differentDivision',
    points: [15, 5, 5, 0],
    reason: 'Divisions hear of each other through people.',
    share: ({ division }, a, b) => differ(division, a, b),
    most: 1,
  },
  {
    name: 'differentSite',
    points: [10, 5, 5, 0],
    reason: 'People at other sites are those nobody bumps into.',
    share: ({ site }, a, b) => differ(site, a, b),
    most: 1,
  },
  {
    name: 'differentProfession',
    points: [10, 0, 5, 0],
    reason: 'Another profession sees the same work from another side.',
    share: ({ profession }, a, b) => differ(profession, a, b),
    most: 1,
  },
  {
    name: 'wantedIsOffered',
    points: [15, 10, 40, 0],
    reason: 'One would like to ask about what the other likes to be asked about; twice if it goes both ways.',
    share: ({ wants, offers }, a, b) =>
      (inCommon(wants, a, offers, b) > 0 ? 1 : 0) + (inCommon(wants, b, offers, a) > 0 ? 1 : 0),
    most: 2,
  },
  {
    name: 'nearStage',
    points: [0, 40, 0, 0],
    reason: 'Peers are at the same point of a career, or half as well at the next one.',
    share: (people, a, b) => (known(people.stage, a, b) ? Math.max(0, 1 - stagesApart(people, a, b) / 2) : 0),
    most: 1,
  },
  {
    name: 'stagesApart',
    points: [5, 0, 30, 0],
    reason: 'Two stages further along, or more, there is something to pass on; half as well one stage.',
    share: (people, a, b) => (known(people.stage, a, b) ? Math.min(1, stagesApart(people, a, b) / 2) : 0),
    most: 1,
  },
  {
    name: 'sharedInterests',
    points: [6, 12, 4, 0],
    reason: 'Something to begin with; for each interest they share, up to three.',
    share: ({ interests }, a, b) => Math.min(3, inCommon(interests, a, interests, b)),
    most: 3,
  },
];

/**
 * What is not weighed in points. `leftOverLast` and `trioLast` go before all points together, in proportion to the
 * numbers given here. `likeness` is private: it only tips the lot between pairings that are otherwise equally good (1),
 * or does nothing (0), so that no number, sentence or missing sentence can tell of it.
 */
export const turnWeights = [
  {
    name: 'leftOverLast',
    points: [2, 2, 2, 2],
    reason: 'Who was left over the last time goes first.',
  },
  { name: 'trioLast', points: [1, 1, 1, 1], reason: 'Who sat at a table of three the last time goes next.' },
] as const satisfies readonly Omit<Weight, 'share' | 'most'>[];

/** What of a receipt's factors is about going first. */
export const turnNames: ReadonlySet<string> = new Set(turnWeights.map(({ name }) => name));

const likenessWeight = {
  name: 'likeness',
  points: [1, 1, 1, 0],
  reason:
    'Tips the lot between equally good pairings towards two people who both asked to meet somebody alike. Private.',
} as const satisfies Omit<Weight, 'share' | 'most'>;

const allWeights = [...pairWeights, ...turnWeights, likenessWeight];

/** One line of the table of weights, as staff see it. */
export type WeightLine = { name: string; points: number; reason: string };

/** The presets by name, each with its points and the reason for each. */
export const presets: Readonly<Record<PresetName, readonly WeightLine[]>> = {
  'Mix across the institution': linesOf(0),
  'Near peers': linesOf(1),
  'Mentees with mentors': linesOf(2),
  'Pure chance': linesOf(3),
};

function linesOf(preset: 0 | 1 | 2 | 3): WeightLine[] {
  return allWeights.map(({ name, points, reason }) => ({ name, points: points[preset], reason }));
}

export type ResolvedWeights = {
  /** In the order of `pairWeights`. */
  points: readonly number[];
  leftOverLast: number;
  trioLast: number;
  /** Whether a likeness both asked for tips the lot. */
  likeness: boolean;
  /** Every weight by name, for the mark of the policy. */
  byName: Readonly<Record<string, number>>;
};

/** More than this a weight need not be. */
const mostPoints = 1000;

/** More than this much before all others nobody need be; what counts at all is a whole, a private weight nothing or 1. */
const mostTurns = 10;

/** The most a programme may give a weight, so that sums stay whole numbers. */
export function mostOf(name: string): number {
  if (name === likenessWeight.name) return 1;
  return turnWeights.some((weight) => weight.name === name) ? mostTurns : mostPoints;
}

/** Every weight for staff who change it: why it is there, and the most it may be. */
export const weightLines = allWeights.map(({ name, reason }) => ({ name, reason, most: mostOf(name) }));

/**
 * The points of a preset, with those that a programme changed.
 *
 * @throws AjarError `unknown-preset`, `unknown-weight` or `weight-out-of-range`, naming the field.
 */
export function resolveWeights(preset: string, changed: Readonly<Record<string, number>> = {}): ResolvedWeights {
  const name = presetNames.find((one) => one === preset);
  if (!name) {
    throw new AjarError(
      'bad-input',
      'unknown-preset',
      `preset: There is no preset called "${preset}". There are ${presetNames.join(', ')}.`,
    );
  }
  const byName = Object.fromEntries(presets[name].map((line) => [line.name, line.points]));
  for (const [weight, points] of Object.entries(changed)) {
    if (!Object.hasOwn(byName, weight)) {
      throw new AjarError(
        'bad-input',
        'unknown-weight',
        `weights.${weight}: There is no weight called "${weight}". There are ${Object.keys(byName).join(', ')}.`,
      );
    }
    if (!(points >= 0 && points <= mostPoints)) {
      throw new AjarError(
        'bad-input',
        'weight-out-of-range',
        `weights.${weight}: A weight is a number from 0 to ${mostPoints}.`,
      );
    }
    byName[weight] = points;
  }
  return {
    points: pairWeights.map((weight) => byName[weight.name] ?? 0),
    leftOverLast: byName['leftOverLast'] ?? 0,
    trioLast: byName['trioLast'] ?? 0,
    likeness: (byName['likeness'] ?? 0) > 0,
    byName,
  };
}

/** The most points any two people could have: what a score of 1 stands for. */
export function bestPossible({ points }: ResolvedWeights): number {
  const of = (name: string) => points[pairWeights.findIndex((weight) => weight.name === name)] ?? 0;
  const either = ['neverMet', 'metLongAgo', 'nearStage', 'stagesApart'];
  const stages = [0, 1, 2].map((apart) => of('nearStage') * (1 - apart / 2) + of('stagesApart') * (apart / 2));
  const others = pairWeights.filter(({ name }) => !either.includes(name)).map(({ name, most }) => of(name) * most);
  return Math.max(of('neverMet'), of('metLongAgo')) + Math.max(...stages) + others.reduce((sum, most) => sum + most, 0);
}
