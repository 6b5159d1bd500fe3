import { configDefaults, defineConfig } from 'vitest/config';
import LongestFirst from './test/support/longest-first.ts';

/** What a file must not share a process with: it replaces modules or the clock, or reads what they note for good. */
const ISOLATED = [
  'test/shared/database.test.ts',
  'test/session-model.test.ts',
  'test/attacks/clock.test.ts',
  'test/infra/room.test.ts',
];
const BROWSER = ['test/browser/**/*.test.ts', 'test/*/browser/**/*.test.ts'];
const UNIT = ['test/shared/**/*.test.ts', 'test/web/**/*.test.ts'];
const INFRA = ['test/infra/**/*.test.ts'];

/**
 * Each project runs alone (`npm test -- --project unit`), each test once: one that fails sometimes is a defect, of
 * the test or of Nod. The files of a project share a process, and in it one Nod and one Chromium
 * (`test/support/nod.ts`, `test/browser/support/screens.ts`).
 */
const project = (name: string, include: string[], exclude: string[], rest: object = {}) => ({
  extends: true as const,
  test: { name, include, exclude: [...configDefaults.exclude, ...exclude], ...rest },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', UNIT, ISOLATED),
      project('api', ['test/**/*.test.ts'], [...UNIT, ...BROWSER, ...INFRA, ...ISOLATED]),
      project('browser', BROWSER, [], { testTimeout: 90_000 }),
      project('infra', INFRA, ISOLATED),
      project('isolated', ISOLATED, [], { isolate: true }),
    ],
    globalSetup: ['test/support/setup.ts'],
    setupFiles: ['test/support/leave-no-trace.ts', 'test/support/speak-english.ts'],
    reporters: [
      'default',
      './test/support/slowest-files.ts',
      // For the closing line of `.ci/run`.
      ...(process.env.CI ? [['json', { outputFile: 'dist/test-results.json' }] as [string, object]] : []),
    ],
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // As many as there are cores on the smallest machine: the functions, the database and Chromium need theirs, too.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A machine may be busy: what is waited for has as long as a page has in the browser tests.
    expect: { poll: { timeout: 20_000 } },
    // So that a busy machine is not taken for a store that is away; where one really is, `AS_DEPLOYED` holds.
    env: { STORE_TIMEOUT_MS: '8000' },
  },
});
