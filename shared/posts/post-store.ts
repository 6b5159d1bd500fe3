/**
 * Posts in DynamoDB (DESIGN.md §3): `pk = userId, sk = post#<id>`, and in one partition of an index for everybody's
 * feed. Every page is one query that reads what it returns, whatever the number of posts and however old they are.
 */
import type { Database, Item, Key, UpdateWrite, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import type { Post, Written } from './post.ts';

const POST = 'post#';

/** A page of posts and reposts, newest first, and the id of the last one seen if there may be more. */
export type PostPage = { posts: Written[]; next: PostId | null };

/** What is counted of a post. */
export type CountedOfPost = 'likes' | 'reposts' | 'replies';

export const postKey = (userId: UserId, id: PostId): Key => ({ pk: userId, sk: POST + id });

/** What a post carries that everybody's feed shows. */
export const IN_FEED = { feed: 'all' };

/** Which posts, newest first: at most so many, older than one, newer than another. */
type Range = { before?: PostId; after?: PostId; limit: number };

export function postStore(db: Database) {
  const table = () => db.tableName('Posts');

  return {
    /** Everybody's posts. */
    async all({ before, after, limit }: Range): Promise<PostPage> {
      const { items } = await db.query({
        TableName: table(),
        IndexName: 'everybody',
        KeyConditionExpression: 'feed = :all AND postId BETWEEN :behind AND :until',
        ExpressionAttributeValues: {
          ':all': IN_FEED.feed,
          ':behind': justBehind(after),
          ':until': before === undefined ? LAST : justBefore(before),
        },
        ScanIndexForward: false,
        // One more than asked for tells whether there is a next page.
        Limit: limit + 1,
      });
      return pageOf(items.map(postFrom), limit);
    },

    /** What one author has written or reposted. */
    async ofAuthor(userId: UserId, { before, after, limit }: Range): Promise<PostPage> {
      const { items } = await db.query({
        TableName: table(),
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :behind AND :last',
        ExpressionAttributeValues: {
          ':pk': userId,
          ':behind': POST + justBehind(after),
          ':last': POST + LAST,
        },
        ...(before === undefined ? {} : { ExclusiveStartKey: postKey(userId, before) }),
        ScanIndexForward: false,
        Limit: limit + 1,
      });
      return pageOf(items.map(writtenFrom), limit);
    },

    /** An author's own post, as it stands: what was written a moment ago is there. */
    async ofAuthorById(userId: UserId, id: PostId): Promise<Post | undefined> {
      const item = await db.get({ TableName: table(), Key: postKey(userId, id) });
      return item && isPostRow(item) ? postFrom(item) : undefined;
    },

    /** A post's row, or a repost's, as it stands: for what is copied of it. */
    rowOf: (userId: UserId, id: PostId): Promise<Item | undefined> =>
      db.get({ TableName: table(), Key: postKey(userId, id) }),

    /** So many of the last rows of somebody's posts and reposts, as they stand. */
    async latestRows(userId: UserId, limit: number): Promise<Item[]> {
      const { items } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :post)',
        ExpressionAttributeValues: { ':pk': userId, ':post': POST },
        ScanIndexForward: false,
        Limit: limit,
      });
      return items;
    },

    /** One post, from the index, which on AWS follows the table by some milliseconds. */
    async get(id: PostId): Promise<Post | undefined> {
      const { items } = await db.query({
        TableName: table(),
        IndexName: 'everybody',
        KeyConditionExpression: 'feed = :all AND postId = :id',
        ExpressionAttributeValues: { ':all': IN_FEED.feed, ':id': id },
        Limit: 1,
      });
      return items[0] && postFrom(items[0]);
    },

    create({ id, userId, createdAt, ...post }: Post): Write {
      return {
        Put: {
          TableName: table(),
          Item: {
            ...postKey(userId, id),
            ...post,
            postId: id,
            ...IN_FEED,
            createdAt: toSeconds(createdAt),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
    },

    /**
     * Counts one more, or one less; it belongs into the transaction that does what is counted. Refused if the post is not
     * there for everybody: deleted, hidden, or a repost, which is no post of its own.
     */
    count(author: UserId, id: PostId, what: CountedOfPost, by: 1 | -1): UpdateWrite {
      return {
        Update: {
          TableName: table(),
          Key: postKey(author, id),
          UpdateExpression: 'ADD #what :by',
          ConditionExpression: 'attribute_exists(feed)',
          ExpressionAttributeNames: { '#what': what },
          ExpressionAttributeValues: { ':by': by },
        },
      };
    },

    /** Holds a transaction to the post's being there for everybody. */
    isThere: (author: UserId, id: PostId): Write => ({
      ConditionCheck: {
        TableName: table(),
        Key: postKey(author, id),
        ConditionExpression: 'attribute_exists(feed)',
      },
    }),

    /** Deletes an author's own post; refused if there is none. A repost is undone, which counts it no more. */
    delete(userId: UserId, id: PostId): Write {
      return {
        Delete: {
          TableName: table(),
          Key: postKey(userId, id),
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(repostOf)',
        },
      };
    },
  };
}

/** Behind the ids of all posts. */
const LAST = '~';

/** What sorts next behind an id, or before all of them, and is none. */
const justBehind = (id: PostId | undefined): string => (id === undefined ? ' ' : `${id} `);

/** What sorts between an id and the one before it, and is none: both ends of a range belong to it. */
const justBefore = (id: PostId): string =>
  `${id.slice(0, -1)}${String.fromCharCode(id.charCodeAt(id.length - 1) - 1)}${LAST}`;

function pageOf(posts: Written[], limit: number): PostPage {
  const page = posts.slice(0, limit);
  return { posts: page, next: posts.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** Whether a row is a post, and no repost. */
export const isPostRow = ({ sk, repostOf }: Item): boolean =>
  String(sk).startsWith(POST) && repostOf === undefined;

/** The id of the post, if a row's key is that of one. */
export const postIdIn = ({ sk }: Key): PostId | undefined =>
  sk.startsWith(POST) ? (sk.slice(POST.length) as PostId) : undefined;

/** The post that a row holds. */
export const postFrom = (row: Item): Post => writtenFrom(row) as Post;

/** The post or the repost that a row holds. */
export function writtenFrom({ pk, sk: _, postId, feed: __, createdAt, ...post }: Item): Written {
  return { ...post, id: postId, userId: pk, createdAt: fromSeconds(createdAt as number) } as Written;
}
