export { type AddOptions, defineJob, type Job, type JobRun } from './job.ts';
export { openQueues, type Queues, type QueuesOptions } from './queues.ts';
