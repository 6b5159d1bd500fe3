import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { localTableName } from '../../infra/local/database.ts';
import type { Item } from '../../shared/database.ts';
import { TABLE_NAMES, type TableName } from '../../shared/tables.ts';

/** Every row of every table whose name begins with `prefix`. */
export async function allRows(client: DynamoDBClient, prefix: string): Promise<Record<TableName, Item[]>> {
  // The client keeps the last options that it was given, also for whoever else has it.
  const document = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const tables = await Promise.all(
    TABLE_NAMES.map(async (table) => {
      const scan = { TableName: localTableName(prefix, table), ConsistentRead: true };
      const items: Item[] = [];
      for await (const { Items = [] } of paginateScan({ client: document }, scan)) items.push(...Items);
      return [table, items] as const;
    }),
  );
  return Object.fromEntries(tables) as Record<TableName, Item[]>;
}
