import { expect, test, vi } from 'vitest';
import { createLog } from '../log/index.ts';
import { Chores } from './chores.ts';

const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000 });

test('chores wait for themselves and end with the server', async () => {
  const chores = new Chores(createLog({ level: 'silent' }));
  let running = 0;
  let most = 0;
  chores.every(5, 'slow', async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 30));
    running -= 1;
  });
  await eventually(() => expect(most).toBe(1));
  await chores.close();
  expect(running).toBe(0);
  expect(most).toBe(1);
});
