import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { findWorker } from './setup/worker.mjs';

// Tests of the media package start real workers. `npm test` names the binary; for `npx vitest` the cached one is found.
const worker = findWorker();
if (worker) process.env['MEDIASOUP_WORKER_BIN'] = worker;

// A package with needs of its own has its own vitest.config.ts.
const packages = ['shared', 'media', 'server', 'client'].map((name) => {
  const own = `./${name}/vitest.config.ts`;
  return existsSync(new URL(own, import.meta.url))
    ? own
    : { root: name, test: { name, include: ['src/**/*.test.ts'] } };
});

export default defineConfig({
  test: {
    pool: 'forks',
    // Real processes start in these tests, on machines of any speed.
    projects: [...packages, { root: 'setup', test: { name: 'setup', include: ['*.test.ts'], testTimeout: 60_000 } }],
  },
});
