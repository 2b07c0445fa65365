import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ProgramOptions {
  command: string;
  args: readonly string[];
  /** Its whole environment, besides PATH and HOME. */
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  /** The user it runs as. Default: ours. */
  runAs?: { uid: number; gid: number };
  /** The signal that ends it in order. Default: SIGTERM. */
  stopWith?: NodeJS.Signals;
}

/** How long an orderly end may take before it is forced, in ms. */
const patience = 15_000;

/** A child process of a test, with everything it said. */
export class Program {
  readonly ended: Promise<number | NodeJS.Signals>;
  output = '';
  errors = '';
  readonly #child: ChildProcess;
  readonly #stopWith: NodeJS.Signals;

  constructor({ command, args, env = {}, cwd, runAs, stopWith = 'SIGTERM' }: ProgramOptions) {
    this.#stopWith = stopWith;
    const { PATH = '', HOME = '' } = process.env;
    this.#child = spawn(command, [...args], {
      env: { PATH, HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd ? { cwd } : {}),
      ...runAs,
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.output += text;
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    this.ended = once(this.#child, 'close').then(([code, signal]) => code ?? signal);
    // A program that could not be started is found out by whoever waits for it.
    this.ended.catch((error: unknown) => {
      this.errors += String(error);
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Everything it said, for a report. */
  get log(): string {
    return this.errors === '' ? this.output : `${this.output}\n--- stderr\n${this.errors}`;
  }

  /** Waits until it has said this. @throws when it ends first. */
  async said(pattern: RegExp): Promise<RegExpExecArray> {
    const streams = [this.#child.stdout, this.#child.stderr];
    return await new Promise((found, failed) => {
      const look = () => {
        const match = pattern.exec(this.output) ?? pattern.exec(this.errors);
        if (match) found(match);
      };
      for (const stream of streams) stream?.on('data', look);
      look();
      this.ended.then(
        (how) => failed(new Error(`It ended (${how}) before it said ${pattern}:\n${this.log}`)),
        (cause: unknown) => failed(cause),
      );
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it in order, and by force when it does not end. */
  async end(): Promise<void> {
    this.kill(this.#stopWith);
    const force = setTimeout(() => this.kill('SIGKILL'), patience);
    await this.ended.catch(() => undefined);
    clearTimeout(force);
  }
}
