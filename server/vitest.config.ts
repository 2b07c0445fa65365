import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    // One Postgres for the whole run; `createTestDatabase` hands out copies of a migrated database.
    globalSetup: ['./src/database/testing.setup.ts'],
    // Real processes start in these tests, on machines of any speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
