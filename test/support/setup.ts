/**
 * Before the first test of a project, what its files need of these: one DynamoDB Local, the bundles as they are
 * deployed, the sites, and Chromium. Several projects in one run share them.
 */
import { createRequire } from 'node:module';
import type { TestProject } from 'vitest/node';
import type { Chromiums } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseEndpoint: string;
    chromium: Chromiums;
  }
}

/**
 * Not by an import: each project loads this file, and all that it imports, anew and through Vite, which takes seconds.
 * Node.js loads it once for all of them.
 */
const { built, chromiumPaths, database }: typeof import('./preparation.ts') = createRequire(import.meta.url)(
  './preparation.ts',
);

export default async function setup(project: TestProject) {
  // The root has no files of its own.
  if (project.isRootProject()) return;
  if (project.name === 'browser') project.provide('chromium', chromiumPaths());
  const starting = database();
  if (project.name !== 'unit') await built();
  const { endpoint, stop } = await starting;
  project.provide('databaseEndpoint', endpoint);
  return stop;
}
