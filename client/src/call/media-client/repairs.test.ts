import { AjarError } from '@ajar/shared';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Repairs } from './repairs.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Answer = () => void;

/** A call whose every step answers as the next of `answers`, then well. */
function callWith(answers: Answer[]) {
  const did: string[] = [];
  const lifetime = new AbortController();
  const now = { socket: true, joined: false, transports: [] as { id: string; state: 'failed'; restarted: boolean }[] };
  const step = async (what: string) => {
    did.push(what);
    answers.shift()?.();
  };
  const repairs: Repairs = new Repairs({
    signal: lifetime.signal,
    now: () => now,
    join: async () => {
      await step('join');
      now.joined = true;
      now.transports = [];
      repairs.trust();
    },
    restartIce: () => step('restart-ice'),
    onStep: () => undefined,
    onLocked: () => did.push('locked'),
    onTaken: () => did.push('taken'),
    onSilent: () => did.push('silent'),
    onFailed: ({ code }) => did.push(`failed: ${code}`),
  });
  return { did, now, repairs, lifetime };
}

const refusing =
  (code: string, category: 'conflict' | 'unavailable' | 'not-allowed' = 'conflict') =>
  () => {
    throw new AjarError(category, code, 'Said by the node.');
  };
const aWhile = () => vi.advanceTimersByTimeAsync(60_000);

test('whose place the node gave up while it was mended joins anew', async () => {
  const { did, now, repairs } = callWith([refusing('not-joined')]);
  Object.assign(now, { joined: true, transports: [{ id: 'send', state: 'failed', restarted: false }] });
  repairs.mend();
  await aWhile();
  expect(did).toEqual(['restart-ice', 'join']);
});

test('a node that does not answer is asked again and again, on a new connection each time', async () => {
  const silent = refusing('no-answer', 'unavailable');
  const { did, repairs } = callWith([silent, silent]);
  repairs.mend();
  await aWhile();
  expect(did).toEqual(['join', 'silent', 'join', 'silent', 'join']);
});

test('a final no ends it, and so does a call that is over', async () => {
  const { did, repairs } = callWith([refusing('not-expected', 'not-allowed')]);
  repairs.mend();
  await aWhile();
  expect(did).toEqual(['join', 'failed: not-expected']);

  const left = callWith([refusing('no-answer', 'unavailable')]);
  left.repairs.mend();
  await vi.advanceTimersByTimeAsync(0);
  left.lifetime.abort();
  left.repairs.close();
  await aWhile();
  expect(left.did).toEqual(['join', 'silent']);
});

test('before a locked room it waits; where the place is held by what is beyond repair, a newcomer takes it', async () => {
  const locked = callWith([refusing('room-locked')]);
  locked.repairs.mend();
  await aWhile();
  expect(locked.did).toEqual(['join', 'locked']);

  const taken = callWith([refusing('already-joined')]);
  taken.repairs.mend();
  await aWhile();
  expect(taken.did).toEqual(['join', 'taken']);
});

test('what changes while a step is under way is looked at after it, in the same run', async () => {
  const { did, repairs } = callWith([]);
  repairs.mend();
  repairs.mend();
  repairs.distrust();
  await aWhile();
  expect(did).toEqual(['join']);
  repairs.distrust();
  repairs.mend();
  await aWhile();
  expect(did).toEqual(['join', 'join']);
});
