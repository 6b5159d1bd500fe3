/**
 * What waits for somebody (DESIGN.md §3), in the Copies table: `pk = userId, sk = unread`, which `status` reads with the
 * session, and of each conversation that is counted there a row `sk = chat#<other>`. Whatever changes a count changes the
 * row that it counts in the same transaction, under the condition that the count is as it was read.
 */
import type { Database, Item, Key, PutWrite, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { toSeconds, ttlAt } from '../seconds.ts';
import type { Unread } from './notice.ts';

export const unreadKey = (userId: UserId): Key => ({ pk: userId, sk: 'unread' });

const CHAT = 'chat#';
const chatKey = (userId: UserId, other: UserId): Key => ({ pk: userId, sk: CHAT + other });

const CHANGED = 'unread-changed';
const changedKey = (userId: UserId): Key => ({ pk: userId, sk: CHANGED });

/** Whose count has changed, if a row's key says that one has. */
export const unreadChangedIn = ({ pk, sk }: Key): UserId | undefined =>
  sk === CHANGED ? (pk as UserId) : undefined;

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

    /** Says that a count has changed, to what follows the Sessions table: pages look then (DESIGN.md §5.3). */
    rung: (userId: UserId, now: Date): PutWrite => ({
      Put: {
        TableName: db.tableName('Sessions'),
        Item: { ...changedKey(userId), at: toSeconds(now), expiresAt: ttlAt(now) },
      },
    }),

    /** The conversations that are counted, as they stand. */
    async counted(userId: UserId): Promise<UserId[]> {
      const items = await db.queryAll({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :chat)',
        ExpressionAttributeValues: { ':pk': userId, ':chat': CHAT },
      });
      return items.map(({ sk }) => String(sk).slice(CHAT.length) as UserId);
    },

    /** Puts and takes away what says which conversations are counted, without the count: for making it anew. */
    recount: (userId: UserId, { put, remove }: { put: UserId[]; remove: UserId[] }): Promise<void> =>
      db.putAll('Copies', {
        put: put.map((other) => chatKey(userId, other)),
        remove: remove.map((other) => chatKey(userId, other)),
      }),

    countIn: (userId: UserId, other: UserId): Write => ({
      Put: { TableName: table(), Item: chatKey(userId, other) },
    }),

    countOut: (userId: UserId, other: UserId): Write => ({
      Delete: { TableName: table(), Key: chatKey(userId, other) },
    }),
  };
}
