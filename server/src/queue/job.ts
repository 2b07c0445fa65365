import type { z } from 'zod';

/** What a handler learns about the run it is. */
export type JobRun = {
  /** Id of the job, the same at every attempt. */
  id: string;
  /** 1 at the first attempt. */
  attempt: number;
};

/** A kind of job: what its data looks like and what is done with it. Made by `defineJob`. */
export type Job<Data> = {
  /** `feature.verb`, as in `coffee.pair`. Unique. */
  readonly name: string;
  readonly schema: z.ZodType<Data>;
  /**
   * Does the job. A throw means another attempt after a pause, so doing it twice must be as good as once:
   * a process can also die between the last write and the end of the job.
   */
  readonly handler: (data: Data, run: JobRun) => Promise<void>;
  /** Attempts in all. Default: 5. */
  readonly attempts?: number;
  /** Pause before the second attempt, doubled each time, in ms. Default: 1,000. */
  readonly pause?: number;
};

/** Types a job from its schema: `defineJob({ name: 'coffee.pair', schema, handler: async ({ program }) => … })`. */
export function defineJob<Data>(job: Job<Data>): Job<Data> {
  return job;
}

export type AddOptions = {
  /** Not before this many ms from now. Default: 0. */
  delay?: number;
  /**
   * While a job with this id waits, adding it again changes nothing. While one runs, it runs once more afterwards,
   * so whatever was written before `add` is seen by a run. Ids are per name.
   */
  jobId?: string;
};
