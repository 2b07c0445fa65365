import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Batch } from './batch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what comes within the time is handed over once, each thing once, and later things make a batch of their own', () => {
  const batches: string[][] = [];
  const batch = new Batch<string>(300, (things) => batches.push(things));
  batch.add([]);
  vi.advanceTimersByTime(1_000);
  expect(batches).toEqual([]);

  batch.add(['a', 'b']);
  vi.advanceTimersByTime(299);
  batch.add(['b', 'c']);
  expect(batches).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(batches).toEqual([['a', 'b', 'c']]);

  batch.add(['a']);
  vi.advanceTimersByTime(300);
  expect(batches).toEqual([['a', 'b', 'c'], ['a']]);
});
