import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/everything.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A machine may be busy: what is waited for has as long as a page has in the browser tests.
    expect: { poll: { timeout: 20_000 } },
    // One file after the other: browsers and databases beside each other only make each other slow, and a slow store
    // is given up.
    maxWorkers: 1,
    // The functions give the store up after 2.7 s, which a machine that is busy with something else can reach. A
    // test that such a 503 has met is run again; one that is really broken fails each time.
    retry: 2,
  },
});
