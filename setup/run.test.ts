import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { attempt, run } from './run.mjs';

const here = import.meta.dirname;
const started = new Set<number>();

afterEach(() => {
  for (const pid of started) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended, as it should have.
    }
  }
  started.clear();
});

test('collects both outputs and the exit code', async () => {
  const lines: string[] = [];
  const result = await attempt('sh', ['-c', 'echo one; echo two >&2; exit 3'], { onLine: (line) => lines.push(line) });
  expect(result.code).toBe(3);
  expect(lines.sort()).toEqual(['one', 'two']);
});

test('a program that does not exist is a result, not an exception', async () => {
  expect(await attempt('no-such-program-anywhere', [])).toMatchObject({ code: 127 });
});

test('a time limit ends whatever the program started as well', async () => {
  // The output stays open, and the attempt under way, for as long as any process holds it.
  const result = await attempt('sh', ['-c', 'sleep 600 & wait'], { limit: 300 });
  expect(result).toMatchObject({ timedOut: true, code: 128 + 9 });
});

test('a failure shows the output and names what to run', async () => {
  const failing = run('sh', ['-c', 'echo broken; exit 1'], { failure: 'It did not work.', remedy: 'mend it' });
  await expect(failing).rejects.toMatchObject({ message: 'It did not work.', command: 'mend it', output: 'broken' });
});

/** Says when it gets a SIGINT, and ends with 7 on SIGTERM. Begins with its process id, once it listens. */
const counting = `
  process.on('SIGINT', () => console.log('interrupted'));
  process.on('SIGTERM', () => process.exit(7));
  setInterval(() => {}, 1000);
  console.log('pid', process.pid);
`;

async function startInFront(): Promise<{ front: ReturnType<typeof spawn>; lines: AsyncIterator<string> }> {
  const script = `
    import { runInFront } from ${JSON.stringify(path.join(here, 'run-in-front.mjs'))};
    process.exitCode = await runInFront({ command: process.execPath, args: ['-e', ${JSON.stringify(counting)}] });
  `;
  const front = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: front.stdout })[Symbol.asyncIterator]();
  const pid = Number((await lines.next()).value?.split(' ')[1]);
  for (const each of [pid, front.pid]) if (each) started.add(each);
  return { front, lines };
}

test('a Ctrl-C that comes from the terminal and from npm reaches the program once; its exit code is passed on', async () => {
  const { front, lines } = await startInFront();
  front.kill('SIGINT');
  front.kill('SIGINT');
  expect((await lines.next()).value).toBe('interrupted');
  front.kill('SIGTERM');
  expect(await once(front, 'exit')).toEqual([7, null]);
  expect((await lines.next()).done).toBe(true);
});

test('the program does not outlive a kill -9 of whoever runs it', async () => {
  const { front, lines } = await startInFront();
  front.kill('SIGKILL');
  await once(front, 'exit');
  // The output ends when the last process that holds it does.
  expect((await lines.next()).done).toBe(true);
});
