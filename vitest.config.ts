import { existsSync } from 'node:fs';
import os from 'node:os';
import { defineConfig } from 'vitest/config';
import { findWorker } from './setup/worker.mjs';

// Tests of the media package start real workers. `npm test` names the binary; for `npx vitest` the cached one is found.
const worker = findWorker();
if (worker) process.env['MEDIASOUP_WORKER_BIN'] = worker;

// Real processes start in these tests, on machines of any speed.
const testTimeout = 60_000;

// A package with needs of its own has its own vitest.config.ts.
const packages = ['shared', 'media', 'server', 'client'].map((name) => {
  const own = `./${name}/vitest.config.ts`;
  return existsSync(new URL(own, import.meta.url))
    ? own
    : { root: name, test: { name, include: ['src/**/*.test.ts'], testTimeout, hookTimeout: testTimeout } };
});

export default defineConfig({
  test: {
    pool: 'forks',
    // Vitest keeps a core to itself, which on two leaves one for the tests; and many of these wait rather than work.
    maxWorkers: os.availableParallelism() + 1,
    projects: [...packages, { root: 'setup', test: { name: 'setup', include: ['*.test.ts'], testTimeout } }],
  },
});
