/** The whole of Nod for one test file: fresh tables, the bundles and the local server. */
import { randomUUID } from 'node:crypto';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { siteFolder } from '../../infra/bundles.ts';
import { createTables, databaseClient, localTableName } from '../../infra/local/database.ts';
import { localFunctions } from '../../infra/local/functions.ts';
import { listen } from '../../infra/local/server.ts';
import { connect, type Database, type Item } from '../../shared/database.ts';
import { TABLE_NAMES, type TableName } from '../../shared/tables.ts';
import { ungranted } from './grants.ts';
import { startWiretap, type Wiretap } from './wiretap.ts';

export type Nod = {
  origin: string;
  /** The same tables, for looking into them and for putting them into a state. */
  db: Database;
  /** Every row of every table. */
  rows(): Promise<Record<TableName, Item[]>>;
  wiretap: Wiretap;
};

/** Starts Nod before the tests of a file and stops it after them; no function may have left its grants. */
export function nod(variables: Record<string, string> = {}): Nod {
  const nod = {} as Nod;
  let stop = async () => {};
  beforeAll(async () => {
    const started = await startNod(variables);
    Object.assign(nod, started.nod);
    stop = started.stop;
  });
  afterAll(async () => {
    await stop();
    expect(ungranted(nod.wiretap?.calls ?? [])).toEqual([]);
  });
  return nod;
}

async function startNod(variables: Record<string, string>): Promise<{ nod: Nod; stop(): Promise<void> }> {
  const endpoint = inject('databaseEndpoint');
  const prefix = `t${randomUUID().slice(0, 8)}-`;
  await createTables(endpoint, prefix);
  const wiretap = await startWiretap(endpoint);
  const server = await listen(0);
  const functions = localFunctions({
    siteOrigin: server.origin,
    relyingPartyId: 'localhost',
    databaseEndpoint: wiretap.endpoint,
    tablePrefix: prefix,
    decoySecret: randomUUID(),
    variables,
  });
  server.serve({ functions, siteFolder: siteFolder({ local: true }) });

  const client = databaseClient(endpoint);
  const document = DynamoDBDocumentClient.from(client);
  return {
    nod: {
      origin: server.origin,
      wiretap,
      db: connect(client, (table) => localTableName(prefix, table)),
      async rows() {
        const tables = await Promise.all(
          TABLE_NAMES.map(async (table) => {
            const { Items = [] } = await document.send(
              new ScanCommand({ TableName: localTableName(prefix, table), ConsistentRead: true }),
            );
            return [table, Items] as const;
          }),
        );
        return Object.fromEntries(tables) as Record<TableName, Item[]>;
      },
    },
    async stop() {
      await server.close();
      await functions.stop();
      await wiretap.close();
      client.destroy();
    },
  };
}
