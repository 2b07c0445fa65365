import { expect, test } from 'vitest';
import { UnderWay } from './under-way.ts';

test('what is under way is waited for, with what it brings along, whether it succeeds or fails', async () => {
  const underWay = new UnderWay();
  const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const done: string[] = [];
  const settled = underWay.settled(60_000).then(() => done.push('settled'));
  await settled;
  const answer = underWay.run(async () => {
    const word = await first.promise;
    underWay.run(() => second.promise.finally(() => done.push('second'))).catch(() => undefined);
    return word;
  });
  const all = underWay.settled(60_000).then(() => done.push('all'));
  first.resolve('first');
  expect(await answer).toBe('first');
  second.reject(new Error('It failed'));
  await all;
  expect(done).toEqual(['settled', 'second', 'all']);
});

test('it is not waited for longer than said', async () => {
  const underWay = new UnderWay();
  const never = Promise.withResolvers<void>();
  void underWay.run(() => never.promise);
  await underWay.settled(20);
  never.resolve();
});
