import { PairingGraph } from './graph.ts';
import type { Round } from './round.ts';

/** Every permitted pair with its weight, without what is private. @throws AjarError as `pairRound` does. */
export function permittedEdges(round: Round, seed: number): [string, string, number][] {
  const graph = new PairingGraph(round, seed);
  const { ids } = graph.people;
  return ids.flatMap((one, a) =>
    ids.slice(a + 1).flatMap((other, after): [string, string, number][] => {
      const b = a + 1 + after;
      return graph.permitted(a, b) ? [[one, other, graph.weight(a, b)]] : [];
    }),
  );
}
