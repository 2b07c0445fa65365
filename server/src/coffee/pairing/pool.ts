import { fileURLToPath } from 'node:url';
import { AjarError } from '@ajar/shared';
import { Piscina } from 'piscina';
import type { PairOptions } from './pair-round.ts';
import type { Pairing, Round } from './round.ts';
import { type PairingAnswer, type PairingTask, pairInThread } from './worker.ts';

/** How long a thread that has nothing to do is kept, in ms: long enough that a busy table does not start one each time. */
const idleTime = 60_000;

/** Pairs in a thread of its own, so that the event loop never waits for a matching. The first pairing starts it. */
export class PairingPool {
  readonly #threads = new Piscina<PairingTask, PairingAnswer>({
    filename: workerFile(import.meta.url),
    name: pairInThread.name,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleTime,
  });
  readonly #underWay = new Set<Promise<PairingAnswer>>();
  #closing: Promise<void> | undefined;

  /** As `pairRound`. @throws AjarError as it does, and `closed` after `close`. */
  async pair(round: Round, options: PairOptions = {}): Promise<Pairing> {
    if (this.#closing) throw new AjarError('unavailable', 'closed', 'Ajar is stopping. Nobody was paired.');
    const answering = this.#threads.run({ round, options });
    this.#underWay.add(answering);
    try {
      const answer = await answering;
      if ('error' in answer) throw AjarError.fromWire(answer.error);
      return answer.pairing;
    } finally {
      this.#underWay.delete(answering);
    }
  }

  /** Ends the thread, once it has done what it was asked to. Closing twice is fine. */
  async close(): Promise<void> {
    this.#closing ??= this.#end();
    await this.#closing;
  }

  /** Piscina's own `close` gives up on a thread that is still starting. */
  async #end(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#threads.destroy();
  }
}

/** The thread's file: beside this one as a source, and under the name the bundler gives it (setup/rolldown.config.mjs). */
function workerFile(here: string): string {
  return fileURLToPath(new URL(here.endsWith('.ts') ? './worker.ts' : './pairing-worker.js', here));
}
