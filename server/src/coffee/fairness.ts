import type { Pairing, Round } from './pairing/round.ts';

/** How somebody stands after the last drawing they were in. */
export type Fairness = { leftOverLast: boolean; trioLast: boolean; trioThisTurn: boolean };

/**
 * How everybody in a drawing stands after it. A trio is a table of three for somebody who asked for one other; who likes
 * small tables is owed nothing for sitting at one. A turn ends when everybody there has been in a trio once: then all
 * begin anew but those of this last one.
 */
export function fairnessAfter(
  round: Round,
  pairing: Pairing,
  before: ReadonlyMap<string, Pick<Fairness, 'trioThisTurn'>>,
): (Fairness & { id: string })[] {
  const waiting = new Set(pairing.waiting);
  const inTrio = new Set(pairing.tables.flatMap(({ people }) => (people.length === 3 ? people : [])));
  const after = round.people
    .map(({ id, tableSize }) => {
      const trioLast = tableSize === 'pair' && inTrio.has(id);
      const trioThisTurn = trioLast || (before.get(id)?.trioThisTurn ?? false);
      return { id, leftOverLast: waiting.has(id), trioLast, trioThisTurn };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const turnOver = after.every((stands) => stands.trioThisTurn);
  return turnOver ? after.map((stands) => ({ ...stands, trioThisTurn: stands.trioLast })) : after;
}
