import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it, onTestFinished } from 'vitest';
import {
  createTables,
  databaseClient,
  localTableName,
  startDatabase,
} from '../../../infra/local/database.ts';
import { TABLES } from '../../../shared/tables.ts';

it('a table of an older Nod gets its stream and its indexes, and keeps its rows', async () => {
  const { endpoint, stop } = await startDatabase();
  onTestFinished(stop);
  const client = databaseClient(endpoint);
  const rows = DynamoDBDocumentClient.from(client);
  const TableName = localTableName('older-', 'Posts');
  const row = { pk: 'usr_1', sk: 'post#pst_1' };
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    }),
  );
  await rows.send(new PutCommand({ TableName, Item: row }));

  await createTables(endpoint, 'older-');
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' });
  expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(
    Object.keys(TABLES.Posts.indexes),
  );
  expect((await rows.send(new GetCommand({ TableName, Key: row }))).Item).toEqual(row);
  // And once more, as every later start does.
  await createTables(endpoint, 'older-');
  client.destroy();
});
