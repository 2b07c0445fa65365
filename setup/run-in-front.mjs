// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { ROOT } from './machine.mjs';

/** A signal that comes again within this time is the same Ctrl-C, sent by the terminal and by npm. In ms. */
const SAME_SIGNAL = 500;

/** How often to see whether whoever started us is still there, in ms. */
const PARENT_CHECK = 1_000;

/**
 * Runs the program this command is about: it has our terminal, gets our signals, and its exit code becomes ours.
 *
 * The program runs in a process group of its own. A Ctrl-C reaches the whole foreground group from the terminal and is
 * then sent on by npm as well; passing on the first one from here makes sure that the program gets one.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env Added to ours.
 * @returns {Promise<number>} Its exit code; 128 + n when signal n ended it.
 */
export async function runInFront(command, args, env) {
  const tie = path.join(ROOT, 'setup', 'tie.mjs');
  const child = spawn(command, ['--import', tie, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    // The fourth is the tie: it breaks when we end, however we end, and tie.mjs then ends the program.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });

  /** @type {Map<NodeJS.Signals, number>} */
  const passedOn = new Map();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      const now = performance.now();
      if (now - (passedOn.get(signal) ?? Number.NEGATIVE_INFINITY) < SAME_SIGNAL) return;
      passedOn.set(signal, now);
      // A closed terminal ends the program the same way as being told to.
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }

  // npm, killed with -9, sends no signal on. Nobody could reach the program any more, so it ends as well.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env['npm_lifecycle_event'] && process.ppid !== parent) child.kill('SIGTERM');
  }, PARENT_CHECK);
  watch.unref();

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
