/**
 * Posts in DynamoDB (DESIGN.md §3): `pk = userId, sk = post#<id>`, and in one partition of an index for everybody's
 * feed, and one for replies. Every page is one query that reads what it returns, whatever the number of posts and however
 * old they are.
 */
import type { Database, Item, Key, UpdateWrite, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import { type Gone, isPlace, type Post, type PostAddress, type PostPlace } from './post.ts';

const POST = 'post#';

/** A page of posts, newest first, and the id of the last one seen if there may be more. */
export type PostPage = { posts: Post[]; next: PostId | null };

export const postKey = (userId: UserId, id: PostId): Key => ({ pk: userId, sk: POST + id });

/** What a post carries that everybody's feed shows; replies stand beside it, so that each is found by its id alone. */
export const IN_FEED = { feed: 'all' };
const REPLIES = { feed: 'replies' };

/** Where the indexes list a row: a post in everybody's feed, a reply in its thread, until it is taken out of that. */
export const listedIn = ({ thread, removedBy }: Pick<Post, 'thread' | 'removedBy'>): Item => ({
  ...(thread === undefined ? IN_FEED : REPLIES),
  ...(thread === undefined || removedBy !== undefined ? {} : { root: thread.id }),
});

const BELOW = ['replies', 'places'] as const;
const COUNTERS = ['likes', 'reposts', ...BELOW] as const;
type Counters = Pick<Post, (typeof COUNTERS)[number]>;

/** How much more or less stands below a post. */
export type Below = Required<Pick<Post, 'replies' | 'places'>>;

export function postStore(db: Database) {
  const table = () => db.tableName('Posts');

  return {
    /** Everybody's posts that are older than `before`. */
    async all({ before, limit }: { before?: PostId; limit: number }): Promise<PostPage> {
      const { items } = await db.query({
        TableName: table(),
        IndexName: 'everybody',
        KeyConditionExpression: before === undefined ? 'feed = :all' : 'feed = :all AND postId < :before',
        ExpressionAttributeValues: {
          ':all': IN_FEED.feed,
          ...(before === undefined ? {} : { ':before': before }),
        },
        ScanIndexForward: false,
        // One more than asked for tells whether there is a next page.
        Limit: limit + 1,
      });
      return pageOf(items, limit);
    },

    /** One author's posts that are older than `before`. */
    async ofAuthor(userId: UserId, { before, limit }: { before?: PostId; limit: number }): Promise<PostPage> {
      const { items } = await db.query({
        TableName: table(),
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :post)',
        ExpressionAttributeValues: { ':pk': userId, ':post': POST },
        ...(before === undefined ? {} : { ExclusiveStartKey: postKey(userId, before) }),
        ScanIndexForward: false,
        Limit: limit + 1,
      });
      return pageOf(items, limit);
    },

    /** An author's own post, as it stands: what was written a moment ago is there. */
    async ofAuthorById(userId: UserId, id: PostId): Promise<Post | undefined> {
      const row = await this.row({ author: userId, id });
      return row === undefined || isPlace(row) ? undefined : row;
    },

    /** A post as it stands, or what is left of it. */
    async row({ author, id }: PostAddress): Promise<Post | PostPlace | undefined> {
      const item = await db.get({ TableName: table(), Key: postKey(author, id) });
      return item && rowFrom(item);
    },

    /** One post or reply, from the index, which on AWS follows the table by some milliseconds. */
    async get(id: PostId): Promise<Post | undefined> {
      const [[item], [reply]] = await Promise.all([find(IN_FEED.feed), find(REPLIES.feed)]);
      const found = item ?? reply;
      return found && postFrom(found);

      async function find(feed: string): Promise<Item[]> {
        const { items } = await db.query({
          TableName: table(),
          IndexName: 'everybody',
          KeyConditionExpression: 'feed = :feed AND postId = :id',
          ExpressionAttributeValues: { ':feed': feed, ':id': id },
          Limit: 1,
        });
        return items;
      }
    },

    /** The replies of a thread that are newer than `after`, the oldest first, and the places of those that are gone. */
    async inThread(
      root: PostId,
      { after, limit }: { after: PostId; limit: number },
    ): Promise<(Post | PostPlace)[]> {
      const { items } = await db.query({
        TableName: table(),
        IndexName: 'byThread',
        KeyConditionExpression: 'root = :root AND postId > :after',
        ExpressionAttributeValues: { ':root': root, ':after': after },
        Limit: limit,
      });
      return items.map(rowFrom);
    },

    create: (post: Post): Write => ({
      Put: {
        TableName: table(),
        Item: itemOf(post),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),

    /** Deletes a row that has nothing below it, nor has got anything since it was read. */
    delete: (row: Post | PostPlace): Write => ({
      Delete: { TableName: table(), Key: postKey(row.userId, row.id), ...asRead(row, BELOW) },
    }),

    /** Takes all of a post away but its place; refused if anything has come below it since it was read. */
    leavePlace: (post: Post, gone: Gone): Write => ({
      Put: {
        TableName: table(),
        Item: itemOf(placeOf(post, gone)),
        ...asRead(post, gone === 'hidden' ? COUNTERS : BELOW),
      },
    }),

    /** Counts what comes below a row or goes; `isOpen`: refused where that is only a place by now. */
    countBelow({ author, id }: PostAddress, by: Below, isOpen = false): UpdateWrite {
      return {
        Update: {
          TableName: table(),
          Key: postKey(author, id),
          UpdateExpression: 'ADD replies :replies, places :places',
          ConditionExpression: `attribute_exists(pk)${isOpen ? ' AND attribute_not_exists(gone)' : ''}`,
          ExpressionAttributeValues: { ':replies': by.replies, ':places': by.places },
        },
      };
    },

    /** Takes a reply out of its thread by the hand of whoever began that; refused if it is not in it any more. */
    takeOut: ({ userId, id }: Post, by: UserId): Write => ({
      Update: {
        TableName: table(),
        Key: postKey(userId, id),
        UpdateExpression: 'SET removedBy = :by REMOVE root',
        ConditionExpression: 'attribute_exists(root) AND attribute_not_exists(gone)',
        ExpressionAttributeValues: { ':by': by },
      },
    }),

    /** Puts it there again; refused if they have not taken it out. */
    putBack: ({ userId, id }: Post, root: PostId, by: UserId): Write => ({
      Update: {
        TableName: table(),
        Key: postKey(userId, id),
        UpdateExpression: 'SET root = :root REMOVE removedBy',
        ConditionExpression: 'removedBy = :by AND attribute_not_exists(gone)',
        ExpressionAttributeValues: { ':root': root, ':by': by },
      },
    }),
  };
}

function pageOf(items: Item[], limit: number): PostPage {
  const page = items.slice(0, limit).map(rowFrom);
  return {
    posts: page.filter((row): row is Post => !isPlace(row)),
    next: items.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Whether a row is a post, or the place of one. */
export const isPostRow = ({ sk }: Item): boolean => String(sk).startsWith(POST);

/** The row of a post, or of its place. */
export function itemOf({ id, userId, createdAt, ...post }: Post | PostPlace): Item {
  const editedAt = 'editedAt' in post && post.editedAt !== undefined ? toSeconds(post.editedAt) : undefined;
  const { feed, ...listed } = listedIn(post);
  return {
    ...postKey(userId, id),
    ...post,
    postId: id,
    createdAt: toSeconds(createdAt),
    ...(editedAt === undefined ? {} : { editedAt }),
    ...('gone' in post ? {} : { feed }),
    ...listed,
  };
}

/** What is left of a post: of a hidden one also how many like it, because it may be shown again. */
export function placeOf(post: Post, gone: Gone): PostPlace {
  const { id, userId, createdAt, sessionId, approvedBy } = post;
  const { likes, reposts, replies, places, replyTo, above, thread, whoMayReply, removedBy } = post;
  const kept = {
    ...(gone === 'hidden' ? { likes, reposts } : {}),
    ...{ approvedBy, replies, places, replyTo, above, thread, whoMayReply, removedBy },
  };
  const there = Object.entries(kept).filter(([, value]) => value !== undefined);
  return { id, userId, createdAt, sessionId, ...Object.fromEntries(there), gone };
}

/** Holds a write to a row's being there as it was read: a post or a place, with the same counts. */
export function asRead(row: Counters & { gone?: Gone }, counts: readonly (keyof Counters)[] = COUNTERS) {
  const values: Item = {};
  const conditions = counts.map((name) => {
    const value = row[name];
    if (value === undefined) return `attribute_not_exists(${name})`;
    values[`:${name}`] = value;
    return `${name} = :${name}`;
  });
  if (row.gone === undefined) conditions.push('attribute_not_exists(gone)');
  else {
    conditions.push('gone = :gone');
    values[':gone'] = row.gone;
  }
  return {
    ConditionExpression: ['attribute_exists(pk)', ...conditions].join(' AND '),
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
  };
}

/** The post or place that a row holds. */
export function rowFrom(item: Item): Post | PostPlace {
  const { pk, sk: _, postId, feed: __, root: ___, createdAt, editedAt, ...post } = item;
  return {
    ...post,
    ...(editedAt === undefined ? {} : { editedAt: fromSeconds(editedAt as number) }),
    id: postId,
    userId: pk,
    createdAt: fromSeconds(createdAt as number),
  } as Post | PostPlace;
}

/** The post that a row holds which is none's place. */
export const postFrom = (item: Item): Post => rowFrom(item) as Post;
