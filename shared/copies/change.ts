/** What the stream of the Posts table tells, and what is done about it. */
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Database, Item, Key } from '../database.ts';

/** A row that was written, as it was before and after; what was not there is absent. */
export type Change = { key: Key; before?: Item; after?: Item };

/**
 * Brings something that is copied up to a change, or leaves it alone where it is none of its business. It may be called
 * twice for a change, late, and after a newer one: so it takes the change for a hint, reads what is true now, and what it
 * writes is the same however often it does.
 */
export type Copier = (db: Database, change: Change, now: Date) => Promise<void>;

export function changeIn({ dynamodb = {} }: DynamoDBRecord): Change {
  const { Keys, OldImage, NewImage } = dynamodb;
  return {
    key: itemIn(Keys) as Key,
    ...(OldImage === undefined ? {} : { before: itemIn(OldImage) }),
    ...(NewImage === undefined ? {} : { after: itemIn(NewImage) }),
  };
}

const itemIn = (image: object | undefined): Item =>
  unmarshall((image ?? {}) as Parameters<typeof unmarshall>[0]);
