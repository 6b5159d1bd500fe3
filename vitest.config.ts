import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/everything.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A machine may be busy: what is waited for has as long as a page has in the browser tests.
    expect: { poll: { timeout: 20_000 } },
    // Two cores: browsers and databases beside each other only make each other slow.
    maxWorkers: 2,
  },
});
