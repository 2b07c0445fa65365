// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './machine.mjs';
import { TIE } from './run.mjs';

/** A signal that comes again within this time is the same Ctrl-C, sent by the terminal and by npm. In ms. */
const SAME_SIGNAL = 500;

/** How often to see whether whoever started us is still there, in ms. */
const PARENT_CHECK = 1_000;

/**
 * @typedef {object} Program
 * @property {string} command
 * @property {string[]} args
 * @property {Record<string, string>} [env] Added to ours.
 * @property {string} [cwd] Default: the root.
 * @property {boolean} [tied] Whether it ends with us even when we are killed with -9. Default: true.
 */

/**
 * Runs the programs this command is about: they have our terminal, get our signals, and the exit code of the one that
 * ends first becomes ours. The others are ended with it.
 *
 * A program runs in a process group of its own. A Ctrl-C reaches the whole foreground group from the terminal and is
 * then sent on by npm as well; passing on the first one from here makes sure that the program gets one.
 *
 * @param {...Program} programs
 * @returns {Promise<number>} An exit code; 128 + n when signal n ended the program.
 */
export async function runInFront(...programs) {
  const children = programs.map(start);
  passSignalsOn(children);

  // npm, killed with -9, sends no signal on. Nobody could reach the programs any more, so they end as well.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env['npm_lifecycle_event'] && process.ppid !== parent) endAll(children);
  }, PARENT_CHECK);
  watch.unref();

  const ends = children.map(endOf);
  const code = await Promise.race(ends);
  endAll(children);
  await Promise.all(ends);
  return code;
}

/** @param {Program} program */
function start({ command, args, env, cwd = ROOT, tied = true }) {
  return spawn(command, tied ? ['--import', TIE, ...args] : args, {
    cwd,
    env: { ...process.env, ...env },
    // The fourth is the tie: it breaks when we end, however we end, and tie.mjs then ends the program.
    stdio: ['inherit', 'inherit', 'inherit', tied ? 'ipc' : 'ignore'],
    detached: true,
  });
}

/** @param {import('node:child_process').ChildProcess[]} children */
function passSignalsOn(children) {
  /** @type {Map<NodeJS.Signals, number>} */
  const passedOn = new Map();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      const now = performance.now();
      if (now - (passedOn.get(signal) ?? Number.NEGATIVE_INFINITY) < SAME_SIGNAL) return;
      passedOn.set(signal, now);
      // A closed terminal ends the program the same way as being told to.
      for (const child of children) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }
}

/** @param {import('node:child_process').ChildProcess[]} children */
function endAll(children) {
  for (const child of children) child.kill('SIGTERM');
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function endOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
