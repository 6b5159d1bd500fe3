/** Before the first test: the bundles as they are deployed, one DynamoDB Local for all files, and a browser. */
import type { TestProject } from 'vitest/node';
import { bundleFunctions, bundleSite } from '../../infra/bundles.ts';
import { startDatabase } from '../../infra/local/database.ts';
import { javaProblem } from '../../infra/local/java.ts';
import { chromiumPath } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseEndpoint: string;
    chromium: string;
  }
}

export default async function setup(project: TestProject) {
  const problem = javaProblem();
  if (problem !== undefined) throw new Error(problem);
  const chromium = chromiumPath();
  await Promise.all([bundleFunctions(), bundleSite({ local: true }), bundleSite({ local: false })]);
  const database = await startDatabase();
  project.provide('chromium', chromium);
  project.provide('databaseEndpoint', database.endpoint);
  return () => database.stop();
}
