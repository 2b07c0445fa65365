import { encounterId } from '@ajar/shared';
import { expect, test } from 'vitest';
import { ListeningMemory } from './listening.ts';

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const [one, other] = [encounterId.parse(crypto.randomUUID()), encounterId.parse(crypto.randomUUID())];

test('a window remembers of its last call whether it only listens', () => {
  const memory = new ListeningMemory(storage());
  expect(memory.read(one)).toBeNull();
  memory.write(one, true);
  expect(memory.read(one)).toBe(true);
  expect(memory.read(other)).toBeNull();
  memory.write(one, false);
  expect(memory.read(one)).toBe(false);
});

test('it does without storage where the browser forbids it', () => {
  const refuse = () => {
    throw new Error('forbidden');
  };
  const memory = new ListeningMemory({ getItem: refuse, setItem: refuse });
  memory.write(one, true);
  expect(memory.read(one)).toBeNull();
});
