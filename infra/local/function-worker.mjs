/**
 * The functions' bundles in one thread, each with an environment of its own, as Lambda would run them. Plain JavaScript,
 * and compiled once for all threads to come, which would have to be stripped of types anew each time.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** @import { FunctionName } from '../../shared/routes.ts' */
/** @import { Invocation, Outcome, WorkerData } from './functions.ts' */

/** @type {WorkerData} */
const { functions, compileCache } = workerData;
enableCompileCache(compileCache);

/**
 * What is run for a function, and all that comes of it, finds its environment and no other's.
 * @type {AsyncLocalStorage<Record<string, string>>}
 */
const environment = new AsyncLocalStorage();
const nobodys = {};
Object.defineProperty(process, 'env', { get: () => environment.getStore() ?? nobodys });

/** @type {Map<FunctionName, Promise<{ handler(event: unknown, context: unknown): Promise<unknown> }>>} */
const bundles = new Map();

/** @param {FunctionName} name */
function bundleOf(name) {
  const bundle = bundles.get(name) ?? import(pathToFileURL(functions[name].file).href);
  bundles.set(name, bundle);
  return bundle;
}

/** @type {Set<FunctionName>} */
const kept = new Set();

/**
 * A thread that is ended from outside keeps nothing by itself. After its first call a function has compiled what calls
 * need.
 * @param {FunctionName} name
 */
function keepCompiled(name) {
  if (!kept.has(name)) flushCompileCache();
  kept.add(name);
}

/**
 * @param {Invocation} invocation
 * @returns {Promise<Outcome>}
 */
async function outcomeOf({ id, name, event }) {
  const endsAt = Date.now() + functions[name].timeoutMs;
  const context = {
    functionName: name,
    functionVersion: '$LATEST',
    awsRequestId: 'requestContext' in event ? event.requestContext.requestId : randomUUID(),
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => endsAt - Date.now(),
  };
  try {
    const { handler } = await bundleOf(name);
    return { id, result: await handler(event, context) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', async (/** @type {Invocation} */ invocation) => {
  const { name } = invocation;
  parentPort?.postMessage(await environment.run(functions[name].env, outcomeOf, invocation));
  keepCompiled(name);
});
