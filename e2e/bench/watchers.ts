import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Answer, Ask } from './watching.ts';

/** A process full of people who look at a corridor. */
export class Watchers {
  readonly #child: ChildProcess;

  constructor() {
    this.#child = fork(path.join(import.meta.dirname, 'watching.ts'), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // What ties this process to the command that runs it lets go of the channel, and the child lives by it.
      execArgv: [],
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** One thing at a time. */
  async ask(what: Ask): Promise<Extract<Answer, { times: number[] }>> {
    const answered = new Promise<Answer>((resolve, reject) => {
      this.#child.once('message', (answer) => resolve(answer as Answer));
      this.#child.once('exit', (code) => reject(new Error(`The watchers ended (${code}).`)));
    });
    this.#child.send(what);
    const answer = await answered;
    this.#child.removeAllListeners('exit');
    if ('failed' in answer) throw new Error(`The watchers could not ${what.ask}: ${answer.failed}`);
    return answer;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await ended;
  }
}
