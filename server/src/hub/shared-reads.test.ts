import { expect, test } from 'vitest';
import { SharedReads } from './shared-reads.ts';

/** Reads that end when they are told to; each gives its number, from 1. */
function reads() {
  const begun: { key: string; end: () => void; fail: () => void }[] = [];
  const shared = new SharedReads((key: string) => {
    const number = begun.length + 1;
    return new Promise<number>((resolve, reject) => {
      begun.push({ key, end: () => resolve(number), fail: () => reject(new Error(`read ${number}`)) });
    });
  });
  return { shared, begun };
}

test('many who ask while one read is under way share the next one, which begins after they asked', async () => {
  const { shared, begun } = reads();
  const first = shared.get('a');
  const others = Array.from({ length: 1_000 }, () => shared.get('a'));
  expect(begun).toHaveLength(1);
  begun[0]?.end();
  expect(await first).toBe(1);
  begun[1]?.end();
  expect(new Set(await Promise.all(others))).toEqual(new Set([2]));
  expect(begun).toHaveLength(2);
});

test('of each key by itself', async () => {
  const { shared, begun } = reads();
  const [a, b] = [shared.get('a'), shared.get('b')];
  expect(begun.map(({ key }) => key)).toEqual(['a', 'b']);
  for (const read of begun) read.end();
  expect(await Promise.all([a, b])).toEqual([1, 2]);
});

test('a read that fails fails for those who asked for it, and for nobody after', async () => {
  const { shared, begun } = reads();
  const first = shared.get('a');
  const second = shared.get('a');
  begun[0]?.fail();
  await expect(first).rejects.toThrow('read 1');
  begun[1]?.end();
  expect(await second).toBe(2);
  const third = shared.get('a');
  begun[2]?.end();
  expect(await third).toBe(3);
});
