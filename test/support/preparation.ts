/** What the files of the projects need of a run, made when the first project asks for it. */
import { bundleFunctions, bundleSite } from '../../infra/bundles.ts';
import { type LocalDatabase, startDatabase } from '../../infra/local/database.ts';
import { javaProblem } from '../../infra/local/java.ts';

export { chromiumPaths } from './chromium.ts';

let starting: Promise<LocalDatabase> | undefined;
let builds: Promise<unknown> | undefined;

/** The one DynamoDB Local of the run. @throws {Error} with what to do, where it cannot be started */
export function database(): Promise<LocalDatabase> {
  if (starting === undefined) {
    const problem = javaProblem();
    if (problem !== undefined) throw new Error(problem);
    starting = startDatabase();
  }
  return starting;
}

/** The bundles as they are deployed, and the sites. */
export function built(): Promise<unknown> {
  builds ??= Promise.all([bundleFunctions(), bundleSite({ local: true }), bundleSite({ local: false })]);
  return builds;
}
