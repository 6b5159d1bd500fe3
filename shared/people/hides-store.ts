/**
 * Whom somebody does not see (DESIGN.md §3): `pk = userId, sk = hides` in the Posts table, each kind a set of user ids, so
 * that a page is read with all of them at once.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { type HideKind, type Hides, MOST_BLOCKED_BY, MOST_HIDDEN, NOBODY_HIDDEN } from './hides.ts';

export const hidesKey = (userId: UserId): Key => ({ pk: userId, sk: 'hides' });

/** Whom somebody does not see as it stands, for whoever needs nothing else of the store. */
export async function hidesOf(db: Database, userId: UserId): Promise<Hides> {
  return hidesFrom(await db.get({ TableName: db.tableName('Posts'), Key: hidesKey(userId) }));
}

export function hidesStore(db: Database) {
  const row = (userId: UserId) => ({ TableName: db.tableName('Posts'), Key: hidesKey(userId) });

  function add(userId: UserId, set: HideKind, other: UserId): Write {
    return {
      Update: {
        ...row(userId),
        UpdateExpression: 'ADD #set :others',
        ConditionExpression:
          'attribute_not_exists(#set) OR (size(#set) < :most AND NOT contains(#set, :other))',
        ExpressionAttributeNames: { '#set': set },
        ExpressionAttributeValues: { ':others': new Set([other]), ':other': other, ':most': MOST_HIDDEN },
      },
    };
  }

  function remove(userId: UserId, set: HideKind, other: UserId): Write {
    return {
      Update: {
        ...row(userId),
        UpdateExpression: 'DELETE #set :others',
        ConditionExpression: 'contains(#set, :other)',
        ExpressionAttributeNames: { '#set': set },
        ExpressionAttributeValues: { ':others': new Set([other]), ':other': other },
      },
    };
  }

  return {
    /** As it stands: for who is about to do something to somebody. */
    get: (userId: UserId): Promise<Hides> => hidesOf(db, userId),

    /** Holds a transaction to nothing standing between two people: whoever does something to the other, by their own row. */
    neitherBlocks: (userId: UserId, other: UserId): Write => ({
      ConditionCheck: {
        ...row(userId),
        ConditionExpression: 'NOT contains(blocked, :other) AND NOT contains(blockedBy, :other)',
        ExpressionAttributeValues: { ':other': other },
      },
    }),

    /** Refused if it is so already, or if there are too many. */
    mute: (userId: UserId, other: UserId): Write => add(userId, 'muted', other),
    /** Refused if it is not so. */
    unmute: (userId: UserId, other: UserId): Write => remove(userId, 'muted', other),

    /** The blocker's own side. Refused if it is so already, or if there are too many. */
    block: (userId: UserId, other: UserId): Write => add(userId, 'blocked', other),
    /** The other side. Refused only if as many stand there as can. */
    blockedBy: (userId: UserId, by: UserId): Write => ({
      Update: {
        ...row(userId),
        UpdateExpression: 'ADD blockedBy :others',
        ConditionExpression: 'attribute_not_exists(blockedBy) OR size(blockedBy) < :most',
        ExpressionAttributeValues: { ':others': new Set([by]), ':most': MOST_BLOCKED_BY },
      },
    }),
    /** Both sides; refused if it is not so. */
    unblock: (userId: UserId, other: UserId): Write[] => [
      remove(userId, 'blocked', other),
      // Not there where there was no room for it.
      {
        Update: {
          ...row(other),
          UpdateExpression: 'DELETE blockedBy :by',
          ExpressionAttributeValues: { ':by': new Set([userId]) },
        },
      },
    ],
  };
}

/** What a row holds; DynamoDB keeps no empty sets. */
export function hidesFrom(item: Item | undefined): Hides {
  const { pk: _, sk: __, ...sets } = item ?? {};
  return { ...NOBODY_HIDDEN, ...sets };
}
