import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { AjarError } from '@ajar/shared';
import { extras } from 'mediasoup';
import type { Logger } from 'pino';
import { ClosedError } from './errors.ts';
import { MediaWorker, type MediaWorkerOptions } from './media-worker.ts';

export interface WorkerPoolOptions
  extends Pick<MediaWorkerOptions, 'listenIp' | 'announcedAddress' | 'workerBin' | 'cameraCodec'> {
  /** Worker processes. Default: one a core. */
  size?: number | undefined;
  /** Media port of the first worker; the next one takes the next port. Default 0: any free port. */
  firstPort?: number | undefined;
  log: Logger;
}

export type WorkerPoolEvents = {
  /** A worker died. Its replacement is already on the way. */
  died: [{ pid: number; cause: Error }];
};

/** Between two attempts to replace a worker that will not start, in ms. */
const retryAfter = 1_000;

/** How long somebody waits for a replacement, in ms: half of what a browser waits for an answer. */
const patience = 5_000;

/** How many rooms and transports more than the least loaded worker the one for standing by may have. */
const standbyLead = 60;

/** Keeps a fixed number of media workers alive. */
export class WorkerPool extends extras.EnhancedEventEmitter<WorkerPoolEvents> {
  readonly #options: WorkerPoolOptions;
  readonly #size: number;
  readonly #workers = new Map<number, MediaWorker>();
  readonly #replacing = new Map<number, Promise<void>>();
  readonly #closing = new AbortController();
  #standby: MediaWorker | undefined;

  /** @throws AjarError what `MediaWorker.create` throws; no worker is left running then. */
  static async create(options: WorkerPoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options);
    const started = await Promise.allSettled(Array.from({ length: pool.#size }, (_, index) => pool.#start(index)));
    const failed = started.find((result) => result.status === 'rejected');
    if (failed) {
      await pool.close();
      throw failed.reason;
    }
    return pool;
  }

  private constructor(options: WorkerPoolOptions) {
    super();
    this.#options = options;
    this.#size = options.size ?? availableParallelism();
  }

  get closed(): boolean {
    return this.#closing.signal.aborted;
  }

  /** Whether every worker is alive. */
  get ready(): boolean {
    return !this.closed && this.#alive().length === this.#size;
  }

  /** Process ids of the live workers. */
  get pids(): number[] {
    return this.#alive().map((worker) => worker.pid);
  }

  /**
   * The worker with the least on it; waits for a replacement when none is alive.
   * @throws ClosedError; AjarError `no-worker` (unavailable) when the replacement does not start in time.
   */
  async pick(): Promise<MediaWorker> {
    if (this.closed) throw new ClosedError('worker-pool');
    if (this.#alive().length === 0) {
      await Promise.race([...this.#replacing.values(), sleep(patience, undefined, { ref: false })]);
    }
    const [least] = this.#alive().sort((a, b) => a.load - b.load);
    if (!least) {
      throw new AjarError(
        'unavailable',
        'no-worker',
        'Calls are not possible right now. Please try again in a moment.',
      );
    }
    return least;
  }

  /** Where media is sent to on all of them. */
  async ports(): Promise<{ udp: number[]; tcp: number[] }> {
    const all = await Promise.all(this.#alive().map((worker) => worker.ports()));
    return {
      udp: all.flatMap(({ udp }) => udp).toSorted(byNumber),
      tcp: all.flatMap(({ tcp }) => tcp).toSorted(byNumber),
    };
  }

  /**
   * Where whoever has no room yet stands by: the same worker for all, so that those who meet next find themselves together,
   * until it has a good deal more on it than another.
   * @throws as `pick`.
   */
  async pickForStandby(): Promise<MediaWorker> {
    const least = await this.pick();
    const last = this.#standby;
    if (!last?.alive || last.load > least.load + standbyLead) this.#standby = least;
    return this.#standby ?? least;
  }

  /** Ends every worker; resolves when the processes are gone. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#replacing.values());
    await Promise.all([...this.#workers.values()].map((worker) => worker.close()));
  }

  #alive(): MediaWorker[] {
    return [...this.#workers.values()].filter((worker) => worker.alive);
  }

  async #start(index: number): Promise<void> {
    const { firstPort = 0, log, ...options } = this.#options;
    const port = firstPort > 0 ? firstPort + index : 0;
    const worker = await MediaWorker.create({ ...options, index, port });
    this.#workers.set(index, worker);
    worker.once('died', (cause) => {
      this.#workers.delete(index);
      // Ctrl-C reaches the workers too, often before the host has begun to close: then this is not an accident.
      if (this.closed) return;
      log.error({ err: cause, pid: worker.pid }, 'media worker died, replacing it');
      this.#replacing.set(index, this.#replace(index));
      this.safeEmit('died', { pid: worker.pid, cause });
    });
  }

  /** Never rejects: tries until a worker runs or the pool is closed. */
  async #replace(index: number): Promise<void> {
    while (!this.closed) {
      try {
        await this.#start(index);
        this.#options.log.info({ pid: this.#workers.get(index)?.pid }, 'media worker replaced');
        break;
      } catch (err) {
        this.#options.log.error({ err }, 'media worker could not be replaced, trying again');
        await sleep(retryAfter, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
    this.#replacing.delete(index);
  }
}

function byNumber(a: number, b: number): number {
  return a - b;
}
