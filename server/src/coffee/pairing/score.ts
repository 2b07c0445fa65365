import { PairingGraph } from './graph.ts';
import { reasonsFor } from './reasons.ts';
import type { Round } from './round.ts';

type Scored = {
  /** Whether no hard rule keeps them apart. */
  permitted: boolean;
  /** From 0 to 1: the part of the best that two people could have under this policy; 0 when not permitted. */
  score: number;
  /** One plain sentence a person, by id; none when not permitted. */
  reasons: Record<string, string>;
};

/** Asking about many pairs of one round reads the round once. */
const graphs = new WeakMap<Round, PairingGraph>();

/**
 * How much two people of a round would gain from meeting. A private attribute counts for nothing here.
 *
 * @throws AjarError `bad-input` for a policy that does not exist. Somebody who is not in the round is not permitted.
 */
export function scoreOf(round: Round, a: string, b: string): Scored {
  const graph = graphs.get(round) ?? new PairingGraph(round);
  graphs.set(round, graph);
  const [one, other] = [graph.people.ids.indexOf(a), graph.people.ids.indexOf(b)];
  if (one < 0 || other < 0 || !graph.permitted(one, other)) return { permitted: false, score: 0, reasons: {} };
  return { permitted: true, score: graph.score(one, other), reasons: reasonsFor(graph, [one, other]) };
}
