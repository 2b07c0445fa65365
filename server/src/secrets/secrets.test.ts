import { expect, onTestFinished, test } from 'vitest';
import { createTestDatabase } from '../database/testing.ts';
import { secretNamed } from './index.ts';

test('processes that start together agree on a secret, and two names have two', async () => {
  const { db, close } = await createTestDatabase();
  onTestFinished(close);
  const asked = await Promise.all(Array.from({ length: 12 }, () => secretNamed(db, 'media')));
  expect(new Set(asked.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1);
  expect(asked[0]).toHaveLength(32);
  expect(await secretNamed(db, 'sessions')).not.toEqual(asked[0]);
});
