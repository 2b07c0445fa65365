import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from './index.ts';

test('an id is a version 7 UUID that sorts by its time', () => {
  const earlier = newId<string>(1_700_000_000_000);
  const later = newId<string>(1_700_000_000_001);
  expect(z.uuidv7().safeParse(earlier).success).toBe(true);
  expect(earlier < later).toBe(true);
});

test('a thousand ids of one moment are a thousand ids', () => {
  const ids = new Set(Array.from({ length: 1000 }, () => newId<string>(1_700_000_000_000)));
  expect(ids.size).toBe(1000);
});
