/**
 * News in the Sessions table (DESIGN.md §3): `pk = userId, sk = news#<id>`. Whose turn it is stands in `news-due`
 * (`turn-store.ts`), to the minute.
 */
import { randomBytes } from 'node:crypto';
import type { Activity, NotifiedKind } from '../activity/activity.ts';
import type { Database, Item, Key, Write } from '../database.ts';
import type { Device } from '../devices/device.ts';
import type { UserId } from '../ids.ts';
import { fromSeconds, toSeconds, ttlAt } from '../seconds.ts';
import { type News, newsOf, toldPhones } from './news.ts';
import { turnOf, turnStore } from './turn-store.ts';

const NEWS = 'news#';

export const NEWS_DUE = 'news-due';

export const newsIdIn = ({ sk }: Key): string | undefined =>
  sk.startsWith(NEWS) ? sk.slice(NEWS.length) : undefined;

export function newsStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (userId: UserId, id: string): Key => ({ pk: userId, sk: NEWS + id });
  const { turn } = turnStore(db, NEWS_DUE);
  /** @param notifies whether it is to be tried at once, by the function that follows the table */
  const put = ({ id, userId, dueAt, ...news }: News, notifies = false): Write => ({
    Put: {
      TableName: table(),
      Item: {
        ...keyOf(userId, id),
        ...news,
        dueAt: toSeconds(dueAt),
        ...(notifies ? { notifies: true } : {}),
        expiresAt: ttlAt(dueAt),
      },
    },
  });

  return {
    /** Keeps the news until it is told, and lists the turn at which it is due. */
    keep: (news: News): Write[] => [put(news), turn(turnOf(news.userId, news.dueAt))],

    /**
     * Keeps news for phones that the very transaction removes, which the function that follows the table brings to them
     * at once: afterwards nobody could find them. All of it is of one user and one moment, and so has one turn: a
     * transaction writes no row twice.
     */
    farewell(
      ...partings: { activity: Activity & { kind: NotifiedKind }; removed: readonly Device[] }[]
    ): Write[] {
      const pieces = partings.flatMap(({ activity, removed }) => {
        const phones = toldPhones(removed);
        if (phones.length === 0) return [];
        const news = newsOf(activity, randomBytes(9).toString('base64url'), phones);
        return [{ ...news, message: { ...news.message, removed: true as const } }];
      });
      const [first] = pieces;
      if (first === undefined) return [];
      return [...pieces.map((piece) => put(piece, true)), turn(turnOf(first.userId, first.dueAt))];
    },

    async get(userId: UserId, id: string): Promise<News | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf(userId, id) });
      return item && fromItem(item);
    },

    /** What a user has not been told yet, as much of it as one page holds. */
    async ofUser(userId: UserId): Promise<News[]> {
      const { items } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :news)',
        ExpressionAttributeValues: { ':pk': userId, ':news': NEWS },
      });
      return items.map(fromItem);
    },

    /** Has this try of it to oneself: due later for everybody else, and refused if it was so already. */
    claim: ({ userId, id, dueAt }: News, later: Date): Write => ({
      Update: {
        TableName: table(),
        Key: keyOf(userId, id),
        UpdateExpression: 'SET dueAt = :later',
        ConditionExpression: 'dueAt = :seen',
        ExpressionAttributeValues: { ':later': toSeconds(later), ':seen': toSeconds(dueAt) },
      },
    }),

    forget: ({ userId, id }: News): Write => ({
      Delete: { TableName: table(), Key: keyOf(userId, id) },
    }),
  };
}

function fromItem({ pk, sk, dueAt, notifies: _, expiresAt: __, ...news }: Item): News {
  return {
    ...news,
    userId: pk,
    id: String(sk).slice(NEWS.length),
    dueAt: fromSeconds(dueAt as number),
  } as News;
}
