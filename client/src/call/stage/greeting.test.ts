import { memberId, peerId } from '@ajar/shared';
import { expect, test } from 'vitest';
import type { Participant } from '../media-client/index.ts';
import { greeting } from './greeting.ts';

const person = (name: string, parts: Partial<Participant> = {}): Participant => ({
  peerId: peerId.parse(crypto.randomUUID()),
  memberId: memberId.parse(crypto.randomUUID()),
  name,
  reconnecting: false,
  tracks: {},
  ...parts,
});

test('whoever comes to others is greeted by name, and so is who comes to listen', () => {
  const [ines, chidi, dana] = [
    person('Ines Costa'),
    person('Chidi Mensah'),
    person('Dana Whitfield', { listening: true }),
  ];
  expect(greeting([], [ines])).toBeNull();
  expect(greeting([ines], [ines, chidi])).toBe('Chidi Mensah has come in.');
  expect(greeting([ines, chidi], [ines, chidi, dana])).toBe('Dana Whitfield has come in, just to listen.');
  expect(greeting([ines, chidi], [ines])).toBeNull();
  // Who comes back under another connection was here all the time.
  expect(greeting([ines, chidi], [ines, { ...chidi, peerId: person('').peerId }])).toBeNull();
});
