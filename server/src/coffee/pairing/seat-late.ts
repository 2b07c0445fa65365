import type { PairingGraph } from './graph.ts';

type Late = { waiting: number[]; oddTable: number[] | undefined };

/**
 * Looks once more for a chair for each of those left over, those left over the last time first: at a small table of
 * three, with a pair who both like either, or with others left over who like a small table. The one trio of people who
 * would rather sit with one other is made only if it has not been, and only for who asked for a small table.
 */
export function seatLate(
  graph: PairingGraph,
  tables: number[][],
  waiting: readonly number[],
  { oddTable }: { oddTable: number[] | undefined },
): Late {
  const { persons } = graph.people;
  const size = (person: number) => persons[person]?.tableSize ?? 'pair';
  const first = (person: number) => (persons[person]?.leftOverLast ? 0 : 1);
  const order = [...waiting].sort((a, b) => first(a) - first(b) || a - b);
  let mixed = oddTable;
  const left: number[] = [];
  for (const person of order) {
    const fits = (table: number[]) => table.every((other) => graph.permitted(person, other));
    const nobodyMinds = (table: number[]) => table.every((other) => size(other) !== 'pair');
    const open = tables.filter((table) => table !== mixed && table.length < 4 && fits(table));
    const table =
      size(person) === 'pair'
        ? undefined
        : (open.filter(nobodyMinds).sort((one, other) => other.length - one.length)[0] ??
          (size(person) === 'small' && !mixed ? open.find(({ length }) => length === 2) : undefined));
    if (!table) {
      left.push(person);
      continue;
    }
    table.push(person);
    if (!nobodyMinds(table)) mixed = table;
  }
  return { ...together(graph, tables, left, (person) => size(person) !== 'pair'), oddTable: mixed };
}

/** Threes of those still left, who like a small table and may sit together. */
function together(
  graph: PairingGraph,
  tables: number[][],
  left: readonly number[],
  likes: (person: number) => boolean,
): { waiting: number[] } {
  const some = left.filter(likes);
  for (const a of some) {
    for (const b of some) {
      const c = some.find((one) => a < b && b < one && [a, b].every((other) => graph.permitted(one, other)));
      if (c === undefined || !graph.permitted(a, b)) continue;
      tables.push([a, b, c]);
      const rest = left.filter((person) => ![a, b, c].includes(person));
      return together(graph, tables, rest, likes);
    }
  }
  return { waiting: [...left].sort((a, b) => a - b) };
}
