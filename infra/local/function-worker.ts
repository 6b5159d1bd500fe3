/** One function's bundle in a thread of its own, with an environment of its own, as Lambda would run it. */
import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { APIGatewayProxyEventV2, Context, DynamoDBStreamEvent, ScheduledEvent } from 'aws-lambda';

type Event = APIGatewayProxyEventV2 | DynamoDBStreamEvent | ScheduledEvent;

export type Invocation = { id: number; event: Event };
export type Outcome = { id: number; result?: unknown; error?: string };

type Handler = (event: Event, context: Context) => Promise<unknown>;

const { name, file, timeoutMs } = workerData as { name: string; file: string; timeoutMs: number };
const { handler } = (await import(pathToFileURL(file).href)) as { handler: Handler };

parentPort?.on('message', async ({ id, event }: Invocation) => {
  const endsAt = Date.now() + timeoutMs;
  const context = {
    functionName: name,
    functionVersion: '$LATEST',
    awsRequestId: 'requestContext' in event ? event.requestContext.requestId : randomUUID(),
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => endsAt - Date.now(),
  } as Context;
  let outcome: Outcome;
  try {
    outcome = { id, result: await handler(event, context) };
  } catch (error) {
    outcome = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(outcome);
});
