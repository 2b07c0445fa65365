import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findWorker } from '../setup/worker.mjs';

// `npm test` names the worker; for `npx playwright test` the cached one is found.
const worker = findWorker();
if (worker) process.env['MEDIASOUP_WORKER_BIN'] = worker;

const chromium = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'chromium'))
  .find((file) => existsSync(file));

export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results',
  forbidOnly: process.env['CI'] !== undefined,
  // One browser and one server fill two cores.
  workers: 1,
  // A flake is a defect. On CI's shared machine it is tried once more so that it holds nobody else's work up, and `npm test`
  // names it in its last table; everywhere else it fails.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    // Given by the browser itself, as a person would: what is not named here is denied.
    permissions: ['microphone', 'camera'],
    screenshot: 'only-on-failure',
    // A press that is lost fails soon, and not when the time of its whole test is over.
    actionTimeout: 45_000,
    navigationTimeout: 45_000,
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        // Half the usual rate: two people in two real calls share this machine's cores with the server.
        '--use-fake-device-for-media-stream=fps=15',
        // Pages are drawn by plain code: a graphics card that is a program takes a fifth of the machine from the calls.
        '--disable-gpu',
        // What a person would choose when the browser asks what to share: the page of this title.
        '--auto-select-tab-capture-source-by-title=A page to share',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
