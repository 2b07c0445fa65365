import { type DoorState, doorChoice, doorId, type MemberId, memberId, programId } from '@ajar/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asSeen, type DoorView } from './seen.ts';

const id = () => memberId.parse(crypto.randomUUID());
const people = Array.from({ length: 13 }, (_, n) => ({ memberId: id(), name: `Person ${n}` }));

function aDoor(parts: Partial<DoorView>): DoorView {
  return {
    doorId: doorId.parse(crypto.randomUUID()),
    programId: programId.parse(crypto.randomUUID()),
    memberId: people[0]?.memberId ?? null,
    name: 'Ines Costa',
    place: '',
    talksAbout: '',
    firstTimeFine: false,
    state: 'open',
    around: true,
    busy: false,
    inside: [],
    waiting: 0,
    kind: 'single',
    seats: null,
    hosts: [],
    roomId: null,
    onDuty: [],
    shifts: [],
    ...parts,
  } as DoorView;
}

const nobody = new Set<MemberId>();
const states = fc.constantFrom<DoorState>('closed', 'ajar', 'open');

test('a shared room with somebody hidden inside looks to the last letter like one that is full', () => {
  fc.assert(
    fc.property(states, fc.integer({ min: 2, max: 12 }), fc.nat(10), fc.nat(), (state, seats, waiting, pick) => {
      const within = people.slice(0, 1 + (pick % (seats - 1)));
      const room = aDoor({ kind: 'shared', state, seats, waiting, inside: within });
      const hidden = new Set([within[pick % within.length]?.memberId ?? id()]);
      const full = { ...room, inside: people.slice(0, seats) };
      expect(asSeen(room, hidden)).toEqual(asSeen(full, nobody));
      expect(JSON.stringify(asSeen(room, hidden).inside)).toBe('[]');
      expect(doorChoice(asSeen(room, hidden))).toBe(state === 'closed' ? 'none' : 'wait');
    }),
  );
});

test('a shared room with a seat free shows who is inside, and is entered as its door stands', () => {
  const room = aDoor({ kind: 'shared', seats: 4, inside: people.slice(0, 3) });
  expect(asSeen(room, new Set([id()]))).toMatchObject({ busy: false, inside: people.slice(0, 3) });
  expect(doorChoice(asSeen(room, nobody))).toBe('walk-in');
  expect(doorChoice(asSeen({ ...room, state: 'ajar' }, nobody))).toBe('knock');
});

test('a staffed door is to each viewer what those on duty whom they may meet make of it', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ free: fc.boolean(), hidden: fc.boolean() }), { maxLength: 6 }), (hosts) => {
      const onDuty = hosts.map(({ free }, n) => ({ memberId: people[n]?.memberId ?? id(), name: `Person ${n}`, free }));
      const hidden = new Set(onDuty.filter((_, n) => hosts[n]?.hidden).map((host) => host.memberId));
      const desk = aDoor({ kind: 'staffed', memberId: null, onDuty });
      const left = onDuty.filter((host) => !hidden.has(host.memberId));
      const seen = asSeen(desk, hidden);
      // As if those who are hidden were not on duty at all.
      expect(seen).toEqual(asSeen({ ...desk, onDuty: left }, nobody));
      const choice = left.length === 0 ? 'none' : left.some((host) => host.free) ? 'walk-in' : 'wait';
      expect(doorChoice(seen)).toBe(choice);
    }),
  );
});
