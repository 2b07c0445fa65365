import config from '../playwright.config.ts';

// `npm run drill`: what takes root, network namespaces and minutes, and so is no part of `npm test`.
export default {
  ...config,
  testDir: '.',
  testMatch: '*.drill.ts',
  outputDir: '../test-results/drills',
  retries: 0,
  timeout: 300_000,
};
