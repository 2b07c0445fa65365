import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange } from './corridor.ts';
import { type CorridorDoor, doorChoice, doorState, mayMoveVisit, visitMoves, visitState } from './doors.ts';
import type { CorridorChange, CorridorSnapshot } from './hub.ts';

const states = fc.constantFrom(...doorState.options);

test('a door offers one press: none while closed or nobody is there, waiting while busy, else by its state', () => {
  fc.assert(
    fc.property(states, fc.boolean(), fc.boolean(), (state, around, busy) => {
      const choice = doorChoice({ state, around, busy });
      if (state === 'closed' || !around) expect(choice).toBe('none');
      else if (busy) expect(choice).toBe('wait');
      else expect(choice).toBe(state === 'open' ? 'walk-in' : 'knock');
    }),
  );
});

test('a visit ends: from wherever it is, every walk along its moves stops, and nothing leads back to waiting', () => {
  const ends = visitState.options.filter((state) => visitMoves[state].length === 0);
  fc.assert(
    fc.property(fc.constantFrom(...visitState.options), fc.array(fc.nat(5), { minLength: 5 }), (start, picks) => {
      let state = start;
      for (const pick of picks) {
        const next = visitMoves[state][pick % Math.max(1, visitMoves[state].length)];
        if (!next) break;
        expect(mayMoveVisit(state, next)).toBe(true);
        expect(next).not.toBe('waiting');
        state = next;
      }
      expect(ends).toContain(state);
    }),
  );
});

const door = (n: number, name: string) => ({ doorId: `door-${n}`, name }) as unknown as CorridorDoor;
const person = (n: number) => ({ memberId: `member-${n}`, name: `Person ${n}` }) as CorridorSnapshot['around'][number];

type SingleChange = Exclude<CorridorChange, { type: 'several' }>;

const changes: fc.Arbitrary<SingleChange> = fc.oneof(
  fc.record({ n: fc.nat(4), name: fc.string() }).map(({ n, name }) => ({ type: 'door' as const, door: door(n, name) })),
  fc.nat(4).map((n) => ({ type: 'door-gone' as const, doorId: door(n, '').doorId })),
  fc.nat(4).map((n) => ({ type: 'around' as const, person: person(n) })),
  fc.nat(4).map((n) => ({ type: 'away' as const, memberId: person(n).memberId })),
  fc.nat(9).map((taken) => ({ type: 'table' as const, table: { taken } })),
);

test('changes applied one by one leave each door and person once, as the last word about them said', () => {
  const empty = { doors: [], around: [], table: { taken: 0 } } as unknown as CorridorSnapshot;
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 40 }), (all) => {
      const end = all.reduce(applyChange, empty);
      const doors = new Map<string, string>();
      const around = new Set<string>();
      let taken = 0;
      for (const change of all) {
        if (change.type === 'door') doors.set(change.door.doorId, change.door.name);
        if (change.type === 'door-gone') doors.delete(change.doorId);
        if (change.type === 'around') around.add(change.person.memberId);
        if (change.type === 'away') around.delete(change.memberId);
        if (change.type === 'table') taken = change.table.taken;
      }
      expect(new Map(end.doors.map((seen) => [seen.doorId as string, seen.name]))).toEqual(doors);
      expect(end.doors).toHaveLength(doors.size);
      expect(new Set(end.around.map((seen) => seen.memberId as string))).toEqual(around);
      expect(end.around).toHaveLength(around.size);
      expect(end.table.taken).toBe(taken);
    }),
  );
});

test('several changes at once are the same as each after the other', () => {
  const empty = { doors: [], around: [], table: { taken: 0 } } as unknown as CorridorSnapshot;
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 40 }), (all) => {
      expect(applyChange(empty, { type: 'several', changes: all })).toEqual(all.reduce(applyChange, empty));
    }),
  );
});

test('whoever comes or goes is there, or not, at their own door, and no other door is touched', () => {
  const own = { ...door(1, 'A'), memberId: person(1).memberId, around: false };
  const other = { ...door(2, 'B'), memberId: person(2).memberId, around: false };
  const before = { doors: [own, other], around: [], table: { taken: 0 } } as unknown as CorridorSnapshot;
  const came = applyChange(before, { type: 'around', person: person(1) });
  expect(came.doors).toEqual([{ ...own, around: true }, other]);
  expect(came.doors[1]).toBe(other);
  expect(applyChange(came, { type: 'around', person: person(1) }).doors).toBe(came.doors);
  expect(applyChange(came, { type: 'away', memberId: person(1).memberId }).doors).toEqual([own, other]);
});

test('a change that says what is already so leaves the untouched parts the very same', () => {
  const before = { doors: [door(1, 'A')], around: [person(1)], table: { taken: 1 } } as unknown as CorridorSnapshot;
  const after = applyChange(before, { type: 'table', table: { taken: 2 } });
  expect(after.doors).toBe(before.doors);
  expect(after.around).toBe(before.around);
});
