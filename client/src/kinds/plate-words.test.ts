import { memberId } from '@ajar/shared';
import { expect, test } from 'vitest';
import { aDoor } from '../live/fixtures.ts';
import { plateWords, roomNames } from './plate-words.ts';

const people = (...names: string[]) => names.map((name) => ({ memberId: memberId.parse(crypto.randomUUID()), name }));
const inside = people('Ines Costa', 'Chidi Mensah', 'Dana Whitfield');

test.each([
  ['Shared room, 3 of 6 inside', aDoor({ kind: 'shared', seats: 6, state: 'open', inside })],
  ['Shared room, 3 of 6 inside, knock first', aDoor({ kind: 'shared', seats: 6, state: 'ajar', inside })],
  ['Shared room for up to 6, come in', aDoor({ kind: 'shared', seats: 6, state: 'open' })],
  ['Shared room, full just now', aDoor({ kind: 'shared', seats: 3, state: 'open', busy: true })],
  ['Shared room, full just now · 2 wait', aDoor({ kind: 'shared', seats: 3, state: 'open', busy: true, waiting: 2 })],
  [
    'Ines and Tomas are here, come in',
    aDoor({ kind: 'staffed', memberId: null, state: 'open', hosts: people('Ines Costa', 'Tomas Ek') }),
  ],
  [
    'Ines is here, in a conversation · 1 waits',
    aDoor({
      kind: 'staffed',
      memberId: null,
      state: 'open',
      busy: true,
      waiting: 1,
      hosts: people('Ines Costa'),
    }),
  ],
])('%s', (words, door) => expect(plateWords(door)).toBe(words));

test('who is in a room is read by full name before one goes in', () => {
  expect(roomNames({ inside })).toBe('Inside: Ines Costa, Chidi Mensah, and Dana Whitfield');
  expect(roomNames({ inside: [] })).toBeNull();
});
