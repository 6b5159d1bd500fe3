/**
 * Nod in the process of the test itself: the same handlers behind the same server, so that the test's clock is
 * theirs, too.
 */
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { vi } from 'vitest';
import { siteFolder } from '../../infra/bundles.ts';
import { environmentOf } from '../../infra/local/functions.ts';
import { listen } from '../../infra/local/server.ts';
import { ROUTE_NAMES, type RouteName } from '../../shared/routes.ts';
import { freshTables, type Tables } from './tables.ts';

type Handler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

export type NodInOneProcess = Pick<Tables, 'db' | 'rows'> & { origin: string; stop(): Promise<void> };

/** @param variables given to all functions, such as `NOD_LIMITS_SCALE` */
export async function nodInOneProcess(variables: Record<string, string>): Promise<NodInOneProcess> {
  const { endpoint, prefix, db, rows, close } = await freshTables();
  const server = await listen(0);
  const settings = {
    siteOrigin: server.origin,
    relyingPartyId: 'localhost',
    databaseEndpoint: endpoint,
    tablePrefix: prefix,
    decoySecret: randomUUID(),
    keySecret: randomUUID(),
    originSecret: server.originSecret,
    variables,
  };
  for (const name of ROUTE_NAMES) {
    for (const [variable, value] of Object.entries(environmentOf(name, settings)))
      vi.stubEnv(variable, value);
  }
  const handlers = new Map<RouteName, Promise<{ handler: Handler }>>();
  const functions = {
    async invoke(name: RouteName, event: APIGatewayProxyEventV2) {
      const module = handlers.get(name) ?? import(`../../functions/${name}.ts`);
      handlers.set(name, module);
      return (await module).handler(event, { functionName: name } as Context);
    },
    async trigger() {},
    reload() {},
    stop: async () => {},
  };
  server.serve({ functions, siteFolder: siteFolder({ local: true }) });
  return {
    origin: server.origin,
    db,
    rows,
    async stop() {
      await server.close();
      vi.unstubAllEnvs();
      await close();
    },
  };
}
