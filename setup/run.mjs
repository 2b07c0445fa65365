// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './machine.mjs';
import { Problem } from './problem.mjs';

/** Loaded into a Node program by `--import`, it ends that program when we are gone. */
export const TIE = path.join(ROOT, 'setup', 'tie.mjs');

/** How much of a program's output is kept to show when it fails, in lines. */
const KEPT_LINES = 60;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] The whole environment. Default: ours.
 * @property {(line: string) => void} [onLine] Called for each line of either output.
 * @property {number} [limit] Time allowed, in ms. Default: none.
 * @property {boolean} [tied] The program is a Node that loads TIE. Default: false.
 * @property {boolean} [echo] Print what the program prints, as it comes. Default: false.
 */

/**
 * Runs a program to its end, without standard input, collecting what it prints.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} `code` is 127 when the program does not
 *   exist and 128 + n when signal n ended it; `output` holds the last lines of both outputs.
 */
export function attempt(command, args, { cwd, env = process.env, onLine, limit, tied = false, echo = false } = {}) {
  return new Promise((resolve) => {
    /** @type {string[]} */
    const kept = [];
    // A group of its own, so that a time limit or a Ctrl-C ends whatever the program started too.
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe', tied ? 'ipc' : 'ignore'],
      detached: true,
    });
    running.add(child);
    let timedOut = false;
    const timer = limit
      ? setTimeout(() => {
          timedOut = true;
          endGroup(child, 'SIGKILL');
        }, limit)
      : undefined;
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        kept.push(line);
        if (kept.length > KEPT_LINES) kept.shift();
        if (echo) console.log(line);
        onLine?.(line);
      });
    }
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, output: kept.join('\n'), timedOut });
    };
    child.once('error', (error) => {
      kept.push(error.message);
      end(127);
    });
    child.once('close', (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * Runs a program that has to succeed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions & { failure: string, remedy?: string }} options `failure`: the sentence for when it fails.
 *   `remedy`: the command to name then.
 * @returns {Promise<string>} The last lines it printed.
 * @throws {Problem} When it fails.
 */
export async function run(command, args, { failure, remedy, ...options }) {
  const { code, output } = await attempt(command, args, options);
  if (code !== 0) throw new Problem(failure, { output, ...(remedy ? { command: remedy } : {}) });
  return output;
}

/**
 * Ends every program still running when this process is told to end, then ends this process.
 * Called once by each command of ours while it prepares.
 */
export function endChildrenOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      for (const child of running) endGroup(child, 'SIGTERM');
      // An exit rather than the signal again, so that what has to be put back on exit is put back.
      process.exit(128 + constants.signals[signal]);
    });
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child A process started with `detached`.
 * @param {NodeJS.Signals} signal
 */
function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: it has ended already, which is what was wanted.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
