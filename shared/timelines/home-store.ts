/**
 * Everybody's own timeline (DESIGN.md §3): `pk = home#<userId>, sk = <id>` in the Copies table, ids alone, whose posts are
 * put together when they are read. All of it follows from the Posts table and can be made anew.
 */
import type { Database, Item, Key } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { postIdIn } from '../posts/post-store.ts';
import type { Named, TimelineEntry } from './timeline-entry.ts';

/** How long a post stands in timelines. */
const KEPT_SECONDS = 365 * 24 * 60 * 60;

/** Rows that are written side by side, so many batches at once. */
const AT_ONCE = 4;

/** What stands in a timeline, and where: `place` is the id of the post, or of the repost that has brought it. */
export type Copy = TimelineEntry & { place: PostId; expiresAt: number };

/** Who has put it there: whoever wrote it, or reposted it. */
export const sourceOf = ({ author, by }: TimelineEntry): UserId => by?.userId ?? author;

/**
 * What a row of the Posts table puts into timelines: a post that everybody's feed shows, or a repost. Neither a reply,
 * which stands in its thread, nor what is older than a timeline reaches back.
 */
export function copyOf(row: Item, now: Date): Copy | undefined {
  if (postIdIn(row as Key) === undefined) return undefined;
  const { pk, postId, feed, repostOf, username, displayName, createdAt } = row;
  const expiresAt = Math.ceil((createdAt as number) + KEPT_SECONDS);
  if (expiresAt * 1000 <= now.getTime()) return undefined;
  const there = { place: postId as PostId, expiresAt };
  if (repostOf !== undefined) {
    const { author, id } = repostOf as { author: UserId; id: PostId };
    return { ...there, author, id, by: { userId: pk, username, displayName } as Named };
  }
  return feed === 'all' ? { ...there, author: pk as UserId, id: postId as PostId } : undefined;
}

const keyOf = (userId: UserId, place: PostId): Key => ({ pk: `home#${userId}`, sk: place });

/** The row of a copy in somebody's timeline. */
export function homeRow(userId: UserId, { place, id, author, by, expiresAt }: Copy): Item {
  return {
    ...keyOf(userId, place),
    author,
    ...(id === place ? {} : { postId: id }),
    ...(by === undefined ? {} : { by }),
    expiresAt,
  };
}

const copyFrom = ({ sk, author, postId, by, expiresAt }: Item): Copy =>
  ({ place: sk, id: postId ?? sk, author, expiresAt, ...(by === undefined ? {} : { by }) }) as Copy;

export function homeStore(db: Database) {
  const table = () => db.tableName('Copies');

  return {
    /** Somebody's timeline, newest first: what is older than one place, or newer than another. */
    async page(
      userId: UserId,
      { before, after, limit }: { before?: PostId | undefined; after?: PostId | undefined; limit: number },
    ): Promise<Copy[]> {
      const { items } = await db.query({
        TableName: table(),
        KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: {
          ':pk': keyOf(userId, 'pst_').pk,
          ...(after === undefined ? {} : { ':after': after }),
        },
        ...(before === undefined ? {} : { ExclusiveStartKey: keyOf(userId, before) }),
        ScanIndexForward: false,
        Limit: limit,
      });
      return items.map(copyFrom);
    },

    /** Puts copies into timelines; those that are there already stay as they are. */
    async put(rows: readonly { userId: UserId; copy: Copy }[]): Promise<void> {
      const each = Math.ceil(rows.length / AT_ONCE);
      const parts = Array.from({ length: AT_ONCE }, (_, at) => rows.slice(at * each, (at + 1) * each));
      await Promise.all(
        parts.map((part) =>
          db.putAll('Copies', { put: part.map(({ userId, copy }) => homeRow(userId, copy)) }),
        ),
      );
    },

    /** Takes them away from one timeline; those that are not there are as well. */
    remove: (userId: UserId, places: readonly PostId[]): Promise<void> =>
      db.putAll('Copies', { remove: places.map((place) => keyOf(userId, place)) }),

    /** All places of a timeline, as it stands: for making it anew. */
    async places(userId: UserId): Promise<PostId[]> {
      const items = await db.queryAll({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ProjectionExpression: 'sk',
        ExpressionAttributeValues: { ':pk': keyOf(userId, 'pst_').pk },
      });
      return items.map(({ sk }) => sk as PostId);
    },

    /**
     * What somebody has put into a timeline, as it stands: of a page of all that is in it, and the place where it goes on;
     * `undefined` at its end.
     */
    async ofSource(
      userId: UserId,
      source: UserId,
      after: string | undefined,
    ): Promise<{ places: PostId[]; next?: string }> {
      const { items, lastKey } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: '(author = :source AND attribute_not_exists(#by)) OR #by.userId = :source',
        ProjectionExpression: 'sk',
        ExpressionAttributeNames: { '#by': 'by' },
        ExpressionAttributeValues: { ':pk': keyOf(userId, 'pst_').pk, ':source': source },
        ...(after === undefined ? {} : { ExclusiveStartKey: keyOf(userId, after as PostId) }),
      });
      const places = items.map(({ sk }) => sk as PostId);
      return lastKey === undefined ? { places } : { places, next: String(lastKey.sk) };
    },
  };
}
