import { PairingGraph } from './graph.ts';
import { reasonsFor, type Told } from './reasons.ts';
import type { PairedTable, Pairing, Round } from './round.ts';
import { seat } from './seating.ts';

/** `names` and `languages` by id, for the sentences. Default: none, and the sentences do without, in English. */
export type PairOptions = Told & {
  /** From 0 to 2,147,483,647: the same seed, the same tables. Default: one made from the day and the ids. */
  seed?: number | undefined;
  /**
   * From 0 to 2,147,483,647: a second half of the seed that is shown to nobody. Who knew all of what lots are drawn from
   * could work out where a likeness tipped them. Default: none, and the seed alone decides.
   */
  salt?: number | undefined;
  /** Up to this many people are paired exactly, of more nearly so, with a bound. Default: 1,500, which takes a second. */
  exactUpTo?: number | undefined;
};

/**
 * Pairs everybody in the round: as many as the rules permit, then by the weights, one trio when the number is odd. Pure:
 * the same round, seed and salt give the same tables, in whatever order the people are listed.
 *
 * @throws AjarError `bad-input` for a policy that does not exist or an id that is there twice, naming the field.
 */
export function pairRound(round: Round, { seed, salt, exactUpTo, ...told }: PairOptions = {}): Pairing {
  const graph = new PairingGraph(round, seed, salt, exactUpTo);
  const { tables, waiting, oddTable, exact, bound } = seat(graph);
  const paired = tables.map((table) => describeTable(graph, table, { ...told, oddTable: table === oddTable }));
  const total = paired.reduce((sum, { weight }) => sum + Math.round(weight * 100), 0) / 100;
  return {
    seed: graph.seed,
    ...(salt === undefined ? {} : { salt }),
    policyVersion: graph.policyVersion,
    tables: paired,
    waiting: waiting.map((person) => graph.people.ids[person] ?? ''),
    total,
    exact,
    bound,
  };
}

function describeTable(
  graph: PairingGraph,
  table: readonly number[],
  options: Told & { oddTable: boolean },
): PairedTable {
  const idOf = (person: number) => graph.people.ids[person] ?? '';
  const pairs = table.flatMap((a, at) => table.slice(at + 1).map((b): [number, number] => [a, b]));
  return {
    people: table.map(idOf),
    weight: pairs.reduce((sum, [a, b]) => sum + Math.round(graph.weight(a, b) * 100), 0) / 100,
    reasons: reasonsFor(graph, table, options),
    weighed: pairs.map(([a, b]) => ({ people: [idOf(a), idOf(b)], factors: graph.factors(a, b) })),
  };
}
