/** The real database for one test file: fresh tables, and nothing else of Nod. */
import { randomUUID } from 'node:crypto';
import { DeleteTableCommand, waitUntilTableNotExists } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, inject } from 'vitest';
import { createTables, databaseClient, localTableName, startDatabase } from '../../infra/local/database.ts';
import { connect, type Database, type Item, type Write } from '../../shared/database.ts';
import { ConditionFailed } from '../../shared/errors.ts';
import { TABLE_NAMES, type TableName } from '../../shared/tables.ts';
import { allRows } from './rows.ts';

export type Tables = {
  /** Where the database listens, and what the names of these tables begin with. */
  endpoint: string;
  prefix: string;
  db: Database;
  /** Sends the writes together, and says whether their conditions held. */
  attempt(...writes: Write[]): Promise<'written' | 'refused'>;
  /** Every row of every table. */
  rows(): Promise<Record<TableName, Item[]>>;
  /** Takes the tables away and makes them anew, with nothing in them. */
  empty(): Promise<void>;
  /** Takes the tables away again: DynamoDB Local sweeps through all that there are, ever more slowly. */
  close(): Promise<void>;
};

/** Makes the tables before the tests of a file. The database is connected from the start, for stores to be made of. */
export function tables(): Tables {
  const fresh = prepare(inject('databaseEndpoint'), false);
  beforeAll(() => createTables(fresh.endpoint, fresh.prefix, { streams: false }));
  afterAll(() => fresh.close());
  return fresh;
}

/** The same, made at once. */
export async function freshTables(): Promise<Tables> {
  const fresh = prepare(inject('databaseEndpoint'), false);
  await createTables(fresh.endpoint, fresh.prefix, { streams: false });
  return fresh;
}

/** The same with streams, in a database of their own: they would make the shared one slow for all who come after. */
export async function streamedTables(): Promise<Tables> {
  const database = await startDatabase();
  const fresh = prepare(database.endpoint, true);
  await createTables(fresh.endpoint, fresh.prefix);
  return { ...fresh, close: async () => database.stop() };
}

function prepare(endpoint: string, streams: boolean): Tables {
  const prefix = `t${randomUUID().slice(0, 8)}-`;
  const client = databaseClient(endpoint);
  const db = connect(client, (table) => localTableName(prefix, table));
  async function drop(): Promise<void> {
    const names = TABLE_NAMES.map((table) => localTableName(prefix, table));
    await Promise.all(
      names.map(async (TableName) => {
        await client.send(new DeleteTableCommand({ TableName }));
        // It is listed until it is gone, and whoever makes it anew would take it for one that is there.
        await waitUntilTableNotExists({ client, maxWaitTime: 30, minDelay: 0.1, maxDelay: 1 }, { TableName });
      }),
    );
  }
  return {
    endpoint,
    prefix,
    db,
    async attempt(...writes) {
      try {
        await db.write(...writes);
        return 'written';
      } catch (error) {
        if (error instanceof ConditionFailed) return 'refused';
        throw error;
      }
    },
    rows: () => allRows(client, prefix),
    async empty() {
      await drop();
      await createTables(endpoint, prefix, { streams });
    },
    async close() {
      await drop();
      client.destroy();
    },
  };
}
