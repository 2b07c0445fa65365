import { careerStage, tableSize } from '@ajar/shared';
import { z } from 'zod';

const id = z.string().min(1).max(100);
const name = z.string().trim().max(120);
const date = z.iso.date();
const two = z.tuple([id, id]).refine(([a, b]) => a !== b, 'Name two different people.');

/** A person as the pairing sees them. Only `id` is required; what is not said weighs nothing. */
const pairingPerson = z.object({
  id,
  division: name.nullish(),
  site: name.nullish(),
  profession: name.nullish(),
  stage: careerStage.nullish(),
  offers: z.array(name).default([]),
  wants: z.array(name).default([]),
  interests: z.array(name).default([]),
  languages: z.array(name).default(['en']),
  supervisor: id.nullish(),
  tableSize: tableSize.default('pair'),
  likeness: z.object({ attribute: name, value: name, wanted: z.boolean() }).nullish(),
  leftOverLast: z.boolean().default(false),
  trioLast: z.boolean().default(false),
});
export type PairingPerson = z.infer<typeof pairingPerson>;

/** Everything a pairing goes by: the input of `pairRound`, of the dry run, and of a stored drawing. */
export const round = z.object({
  on: date,
  preset: z.string().default('Mix across the institution'),
  /** Version of the programme's policy all this was taken from; a round may have a preset and a window of its own. */
  policy: z.number().int().min(0).optional(),
  /** Weights that differ from the preset's, by name. */
  weights: z.record(z.string(), z.number()).default({}),
  repeatWindowDays: z.number().int().min(0).max(3650).default(90),
  supervisorsMay: z.boolean().default(false),
  people: z.array(pairingPerson),
  /** Here and below, whoever is not among the people is absent, and concerns nobody. */
  blocks: z.array(two).default([]),
  met: z.array(z.object({ people: two, on: date })).default([]),
  /** Further supervisions, for people who have more than one supervisor: supervisor first. */
  supervisions: z.array(two).default([]),
});
export type Round = z.infer<typeof round>;

/** One thing that was weighed between two people; the sum of all is the edge's weight. */
export type Weighed = {
  /** Name of the weight in the table of weights. */
  name: string;
  points: number;
};

export type PairedTable = {
  people: string[];
  /** In points: the sum over every two at the table of what was weighed between them. */
  weight: number;
  /** One plain sentence a person. Never anything private, nor its absence. */
  reasons: Record<string, string>;
  /** For staff and auditors, by pair; without what is private to a person. */
  weighed: { people: [string, string]; factors: Weighed[] }[];
};

export type Pairing = {
  seed: number;
  /** Beside the seed, what the lots were drawn from: for a replay, and for no screen. */
  salt?: number;
  policyVersion: string;
  tables: PairedTable[];
  waiting: string[];
  total: number;
  /**
   * Whether the pairs are proven to be as many as can be and the heaviest of those. Of an odd number that is said of the
   * pairs beside the trio; where people sit at small tables it is not said.
   */
  exact: boolean;
  /**
   * A proven upper bound of `total`: of any as many pairs; or of any tables of these sizes, with a place at a small one for
   * everybody who asked. Null when none was computed: when not everybody sits in a pair and the pairs were matched
   * exactly, or somebody waits.
   */
  bound: number | null;
};
