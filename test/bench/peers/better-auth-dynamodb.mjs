/**
 * There is no adapter for DynamoDB in the registry of npm, so here is the least one that can check a session, and the
 * fastest: rows are found by the very key that they are asked for by, in one GetItem each.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { createAdapterFactory } from 'better-auth/adapters';
import { betterAuth } from 'better-auth/minimal';
import { OPTIONS } from './better-auth.mjs';
import { onLambda } from './on-lambda.mjs';

const document = DynamoDBDocumentClient.from(new DynamoDBClient({}));

const dynamoDb = createAdapterFactory({
  config: { adapterId: 'dynamodb', supportsDates: false, supportsJSON: true, supportsNumericIds: false },
  adapter: () => ({
    async findOne({ model, where: [{ field, value }] }) {
      const command = new GetCommand({ TableName: model, Key: { [field]: value }, ConsistentRead: true });
      const { Item } = await document.send(command);
      return Item ?? null;
    },
  }),
});

const auth = betterAuth({ ...OPTIONS, database: dynamoDb });
export const handler = onLambda(auth.handler);
