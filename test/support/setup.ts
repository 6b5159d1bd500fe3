/**
 * Before the first test of a project, what its files need of these: one DynamoDB Local, the bundles as they are
 * deployed, the sites, and Chromium. Several projects in one run share them.
 */
import type { TestProject } from 'vitest/node';
import { bundleFunctions, bundleSite } from '../../infra/bundles.ts';
import { type LocalDatabase, startDatabase } from '../../infra/local/database.ts';
import { javaProblem } from '../../infra/local/java.ts';
import { type Chromiums, chromiumPaths } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseEndpoint: string;
    chromium: Chromiums;
  }
}

/** Each project loads this file anew, so what they share is kept beside it. */
const shared = globalThis as { nodSetup?: { database?: Promise<LocalDatabase>; builds?: Promise<unknown> } };

export default async function setup(project: TestProject) {
  // The root has no files of its own.
  if (project.isRootProject()) return;
  shared.nodSetup ??= {};
  const setup = shared.nodSetup;
  const problem = javaProblem();
  if (problem !== undefined) throw new Error(problem);
  if (project.name === 'browser') project.provide('chromium', chromiumPaths());
  setup.database ??= startDatabase();
  if (project.name !== 'unit') {
    setup.builds ??= Promise.all([
      bundleFunctions(),
      bundleSite({ local: true }),
      bundleSite({ local: false }),
    ]);
    await setup.builds;
  }
  const database = await setup.database;
  project.provide('databaseEndpoint', database.endpoint);
  return () => database.stop();
}
