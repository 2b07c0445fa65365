import { encounterKind, type MemberId } from '@ajar/shared';
import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { conflictGraph, mayMeet } from './conflicts.ts';

const people = ['amara', 'bea', 'chidi', 'dana', 'eli'] as MemberId[];
const person = constantFrom(...people);
const kind = constantFrom(...encounterKind.options);
const edges = array(tuple(person, person), { maxLength: 12 });

test('whoever asks, the answer is the same', () => {
  const symmetric = property(edges, edges, person, person, kind, (blocks, supervisions, a, b, how) => {
    const graph = conflictGraph(blocks, supervisions);
    expect(mayMeet(graph, a, b, how)).toBe(mayMeet(graph, b, a, how));
  });
  assert(symmetric);
});

test('a block forbids every kind of meeting, whoever made it', () => {
  const absolute = property(edges, edges, kind, (blocks, supervisions, how) => {
    const graph = conflictGraph(blocks, supervisions);
    for (const [blocker, blocked] of blocks) expect(mayMeet(graph, blocker, blocked, how)).toBe(false);
  });
  assert(absolute);
});

test('supervision forbids coffee and nothing else', () => {
  const coffeeOnly = property(edges, person, person, (supervisions, a, b) => {
    const graph = conflictGraph([], supervisions);
    const related = supervisions.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
    expect(mayMeet(graph, a, b, 'coffee')).toBe(a !== b && !related);
    expect(mayMeet(graph, a, b, 'door')).toBe(a !== b);
  });
  assert(coffeeOnly);
});
