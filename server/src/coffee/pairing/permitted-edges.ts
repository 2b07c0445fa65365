import { PairingGraph } from './graph.ts';
import type { Round } from './round.ts';

/**
 * Every permitted pair with its weight, without what is private; one after the other, since thousands of people make
 * more of them than memory holds.
 *
 * @throws AjarError as `pairRound` does.
 */
export function* permittedEdges(round: Round, seed: number): Generator<[string, string, number]> {
  const graph = new PairingGraph(round, seed);
  const { ids } = graph.people;
  for (const [a, one] of ids.entries()) {
    for (let b = a + 1; b < ids.length; b += 1) {
      if (graph.permitted(a, b)) yield [one, ids[b] ?? '', graph.weight(a, b)];
    }
  }
}
