/** The real database for one test file: fresh tables, and nothing else of Nod. */
import { randomUUID } from 'node:crypto';
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, inject } from 'vitest';
import { createTables, databaseClient, localTableName } from '../../infra/local/database.ts';
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
  /** Takes the tables away again: DynamoDB Local sweeps through all that there are, ever more slowly. */
  close(): Promise<void>;
};

/** Makes the tables before the tests of a file. The database is connected from the start, for stores to be made of. */
export function tables(): Tables {
  const fresh = prepare();
  beforeAll(() => createTables(fresh.endpoint, fresh.prefix));
  afterAll(() => fresh.close());
  return fresh;
}

/** The same, made at once, in the database of all files or in another. */
export async function freshTables(endpoint?: string): Promise<Tables> {
  const fresh = prepare(endpoint);
  await createTables(fresh.endpoint, fresh.prefix);
  return fresh;
}

function prepare(endpoint = inject('databaseEndpoint')): Tables {
  const prefix = `t${randomUUID().slice(0, 8)}-`;
  const client = databaseClient(endpoint);
  const db = connect(client, (table) => localTableName(prefix, table));
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
    async close() {
      const names = TABLE_NAMES.map((table) => localTableName(prefix, table));
      await Promise.all(names.map((TableName) => client.send(new DeleteTableCommand({ TableName }))));
      client.destroy();
    },
  };
}
