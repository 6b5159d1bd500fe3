/** What a stream tells of rows, for functions that are called as Lambda calls them. */
import type { DynamoDBRecord } from 'aws-lambda';
import type { Item } from '../../shared/database.ts';

let sequence = 0;

/** What it says of a row that has come. */
export const recordOf = (row: Item): DynamoDBRecord => changeOf(row, 'INSERT');

/** The same of one that has come, or changed, or gone; each record is another one. */
export const changeOf = ({ pk, sk }: Item, eventName: 'INSERT' | 'MODIFY' | 'REMOVE'): DynamoDBRecord => ({
  eventName,
  dynamodb: { Keys: { pk: { S: String(pk) }, sk: { S: String(sk) } }, SequenceNumber: String(++sequence) },
});
