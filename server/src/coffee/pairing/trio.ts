import type { PairingGraph } from './graph.ts';
import { type MatchedPeople, matchPeople } from './match-people.ts';
import { mix } from './random.ts';

export type DrawnTrio = MatchedPeople & { table: number[] };

/** How many trios are tried before one is settled for, so that an odd number costs a few matchings at most. */
const tries = (people: number) => (people <= 15 ? 455 : people <= 60 ? 40 : people <= 300 ? 4 : 1);

/**
 * Of an odd number, a table of three and pairs of the rest. The three are, if it can be, people who like either and whose
 * last table was not one of three; else the one whom the matching leaves over joins the pair where that costs the
 * least; else nobody whose last table was one of three. Nothing when no trio seats one person more.
 */
export function drawTrio(graph: PairingGraph, people: readonly number[]): DrawnTrio | undefined {
  const costless = people.filter((person) => costOf(graph, [person]) === 0);
  const easy = trioAround(graph, people, costless, (people.length - 3) / 2);
  if (easy) return easy;
  const matched = matchPeople(graph, people);
  const pairs = matched.pairs.length - 1;
  const joined = joinPair(graph, matched);
  if (joined && costOf(graph, joined.table) < again) return joined;
  const rested = people.filter((person) => costOf(graph, [person]) < again);
  return trioAround(graph, people, rested, pairs) ?? joined ?? trioAround(graph, people, people, pairs, matched.alone);
}

/** What sitting in a trio twice in a row costs: more than three who wished for one other. */
const again = 4;

function costOf(graph: PairingGraph, people: readonly number[]): number {
  const { persons } = graph.people;
  const times = (holds: (person: (typeof persons)[number]) => boolean) =>
    people.filter((person) => persons[person] && holds(persons[person])).length;
  return again * times(({ trioLast }) => trioLast) + times(({ tableSize }) => tableSize === 'pair');
}

/** The first trio of some of the people around which there are still this many pairs. */
function trioAround(
  graph: PairingGraph,
  people: readonly number[],
  some: readonly number[],
  pairs: number,
  first: readonly number[] = [],
): DrawnTrio | undefined {
  if (some.length < 3) return undefined;
  let left = tries(people.length);
  for (const table of triosOf(graph, some, first)) {
    if (left <= 0) return undefined;
    left -= 1;
    const rest = people.filter((person) => !table.includes(person));
    const matched = matchPeople(graph, rest);
    if (matched.pairs.length >= pairs) return { ...matched, table };
  }
  return undefined;
}

/** Trios that may sit together, begun in an order drawn by lot, each with the two that suit best. */
function* triosOf(graph: PairingGraph, people: readonly number[], first: readonly number[]): Iterable<number[]> {
  const lot = (person: number) => mix(graph.lots, person, 3);
  const order = [...first, ...[...people].filter((person) => !first.includes(person)).sort((a, b) => lot(a) - lot(b))];
  for (const a of order) {
    const near = people.filter((person) => graph.permitted(a, person));
    const ranked = near
      .map((person) => ({ person, cost: costOf(graph, [person]), liking: graph.liking(a, person) }))
      .sort((one, other) => one.cost - other.cost || other.liking - one.liking);
    const found: number[][] = [];
    // Of few people, whoever else is left decides: then not only the best third at each table is tried.
    const thirds = people.length <= 15 ? ranked.length : 1;
    for (const [at, { person: b }] of ranked.entries()) {
      const third = ranked.slice(at + 1).filter(({ person }) => graph.permitted(b, person));
      found.push(...third.slice(0, thirds).map((c) => [a, b, c.person]));
      if (found.length >= (first.includes(a) || people.length <= 15 ? 100 : 1)) break;
    }
    yield* found;
  }
}

/** Whoever the matching leaves over joins a pair: where it costs least, then where it gains most. */
function joinPair(graph: PairingGraph, { alone, ...matched }: MatchedPeople): DrawnTrio | undefined {
  let best: { pair: number[]; third: number; cost: number; gain: number } | undefined;
  for (const third of alone) {
    for (const pair of matched.pairs) {
      if (!pair.every((person) => graph.permitted(person, third))) continue;
      const cost = costOf(graph, [...pair, third]);
      const gain = pair.reduce((sum, person) => sum + graph.liking(person, third), 0);
      if (!best || cost < best.cost || (cost === best.cost && gain > best.gain)) best = { pair, third, cost, gain };
    }
  }
  if (!best) return undefined;
  const { pair, third } = best;
  return {
    ...matched,
    pairs: matched.pairs.filter((other) => other !== pair),
    alone: alone.filter((person) => person !== third),
    table: [...pair, third],
  };
}
