/**
 * What waits for somebody (DESIGN.md §3), in the Copies table: `pk = userId, sk = unread`, which `status` reads with the
 * session, and of each conversation that is counted there a row `sk = chat#<other>`. Whatever changes a count changes the
 * row that it counts in the same transaction, under the condition that the count is as it was read.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { Unread } from './notice.ts';

export const unreadKey = (userId: UserId): Key => ({ pk: userId, sk: 'unread' });

const chatKey = (userId: UserId, other: UserId): Key => ({ pk: userId, sk: `chat#${other}` });

/** What a row says, or that there is none. */
export function unreadFrom(item: Item | undefined): Unread {
  const { notices = 0, messages = 0, version = 0, readTo } = (item ?? {}) as Partial<Unread>;
  return { notices, messages, version, ...(readTo === undefined ? {} : { readTo }) };
}

export function unreadStore(db: Database) {
  const table = () => db.tableName('Copies');

  return {
    async get(userId: UserId): Promise<Unread> {
      return unreadFrom(await db.get({ TableName: table(), Key: unreadKey(userId) }));
    },

    /** Refused if anything has changed since it was `seen`. */
    change(userId: UserId, seen: Unread, changes: Partial<Omit<Unread, 'version'>>): Write {
      const next = Object.entries({ ...changes, version: seen.version + 1 });
      return {
        Update: {
          TableName: table(),
          Key: unreadKey(userId),
          UpdateExpression: `SET ${next.map(([name]) => `#${name} = :${name}`)}`,
          ConditionExpression: seen.version === 0 ? 'attribute_not_exists(#version)' : '#version = :seen',
          ExpressionAttributeNames: Object.fromEntries(next.map(([name]) => [`#${name}`, name])),
          ExpressionAttributeValues: {
            ...Object.fromEntries(next.map(([name, value]) => [`:${name}`, value])),
            ...(seen.version === 0 ? {} : { ':seen': seen.version }),
          },
        },
      };
    },

    /** Whether a conversation is counted among those with something unread. */
    async isCounted(userId: UserId, other: UserId): Promise<boolean> {
      return (await db.get({ TableName: table(), Key: chatKey(userId, other) })) !== undefined;
    },

    countIn: (userId: UserId, other: UserId): Write => ({
      Put: { TableName: table(), Item: chatKey(userId, other) },
    }),

    countOut: (userId: UserId, other: UserId): Write => ({
      Delete: { TableName: table(), Key: chatKey(userId, other) },
    }),
  };
}
