/** Tells a connection to look, by the management API of API Gateway. */
import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { env } from '../env.ts';
import { log } from '../log.ts';
import { LOOK } from './bell.ts';

/** What became of it: sent on to the page; or not, because the connection is no more (`gone`), or for now (`failed`). */
export type LookOutcome = 'sent' | 'gone' | 'failed';

/** How long it may take, a second try included: who shares the batch, or comes after it, waits for it. */
const WITHIN_MS = 1500;
/** One try. */
const TRY_MS = 1000;
/** As many as a batch may have, so that none waits for another's connection: 50 records, with five for the session each. */
const SIDE_BY_SIDE = 250;

/** Never throws: a look that is lost is made up for by the page's next poll. */
export function looking(makeClient = boundedClient) {
  let client: ApiGatewayManagementApiClient | undefined;
  return async function look(connectionId: string): Promise<LookOutcome> {
    try {
      client ??= makeClient();
      const command = new PostToConnectionCommand({ ConnectionId: connectionId, Data: Buffer.from(LOOK) });
      await client.send(command, { abortSignal: AbortSignal.timeout(WITHIN_MS) });
      return 'sent';
    } catch (error) {
      const { $metadata, name } = error as Error & { $metadata?: { httpStatusCode?: number } };
      if ($metadata?.httpStatusCode === 410) return 'gone';
      log('warn', { trigger: 'bell', outcome: 'failed', why: name });
      return 'failed';
    }
  };
}

function boundedClient(): ApiGatewayManagementApiClient {
  const agent = { maxSockets: SIDE_BY_SIDE };
  return new ApiGatewayManagementApiClient({
    endpoint: env.bellEndpoint,
    maxAttempts: 2,
    requestHandler: {
      httpAgent: agent,
      httpsAgent: agent,
      connectionTimeout: TRY_MS,
      requestTimeout: TRY_MS,
      throwOnRequestTimeout: true,
    },
  });
}
