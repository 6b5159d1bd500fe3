/** All of a table, row by row: for what is made anew from it, and for nothing that anybody waits for. */
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../database.ts';

/** The rows of a table as they stand while it is read, which takes as long as the table is large. */
export async function* allRows(
  client: Parameters<typeof DynamoDBDocumentClient.from>[0],
  TableName: string,
): AsyncGenerator<Item> {
  const document = DynamoDBDocumentClient.from(client);
  for await (const { Items = [] } of paginateScan(
    { client: document },
    { TableName, ConsistentRead: true },
  )) {
    yield* Items;
  }
}
