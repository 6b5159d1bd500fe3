/**
 * One function's bundle in a thread of its own, with an environment of its own, as Lambda would run it. Plain
 * JavaScript, and compiled once for all threads: they are many, and each would have to be stripped of its types anew.
 */
import { randomUUID } from 'node:crypto';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** @import { Invocation, Outcome, WorkerData } from './functions.ts' */

/** @type {WorkerData} */
const { name, file, timeoutMs, compileCache } = workerData;
enableCompileCache(compileCache);
const { handler } = await import(pathToFileURL(file).href);

let isKept = false;

/** A thread that is ended from outside keeps nothing by itself. After the first call it has compiled what calls need. */
function keepCompiled() {
  if (!isKept) flushCompileCache();
  isKept = true;
}

parentPort?.on('message', async (/** @type {Invocation} */ { id, event }) => {
  const endsAt = Date.now() + timeoutMs;
  const context = {
    functionName: name,
    functionVersion: '$LATEST',
    awsRequestId: 'requestContext' in event ? event.requestContext.requestId : randomUUID(),
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => endsAt - Date.now(),
  };
  /** @type {Outcome} */
  let outcome;
  try {
    outcome = { id, result: await handler(event, context) };
  } catch (error) {
    outcome = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(outcome);
  keepCompiled();
});
