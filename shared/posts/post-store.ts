/**
 * Posts in DynamoDB (DESIGN.md §3): `pk = userId, sk = post#<id>`, and in one partition of an index for everybody's
 * feed, and one for replies. Every page is one query that reads what it returns, whatever the number of posts and however
 * old they are.
 */
import type { Database, Item, Key, UpdateWrite, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import { type Gone, isPlace, type Post, type PostAddress, type PostPlace, type Written } from './post.ts';

const POST = 'post#';

/** A page of posts and reposts, newest first, and the id of the last one seen if there may be more. */
export type PostPage = { posts: Written[]; next: PostId | null };

/** What people do with a post that it counts. */
export type CountedMark = 'likes' | 'reposts';

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

/** What may change of a row while it stands: its text as well, and with that when it was edited. */
const CHANGING = [...BELOW, 'likes', 'reposts', 'editedAt', 'removedBy'] as const;

/** How much more or less stands below a post. */
export type Below = Required<Pick<Post, 'replies' | 'places'>>;

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
      return pageOf(items, limit);
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
      return pageOf(items, limit);
    },

    /** An author's own post, as it stands: what was written a moment ago is there. */
    async ofAuthorById(userId: UserId, id: PostId): Promise<Post | undefined> {
      return postIn(await this.rowOf(userId, id));
    },

    /** The row of a post, a place or a repost, as it stands: for what is copied of it. */
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

    /** A post as it stands, or what is left of it. */
    async row({ author, id }: PostAddress): Promise<Post | PostPlace | undefined> {
      const item = await this.rowOf(author, id);
      return item && isPostRow(item) ? rowFrom(item) : undefined;
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

    /** Deletes all of a post but its place; refused if anything has come below it since it was read. */
    leavePlace: (post: Post): Write => ({
      Put: { TableName: table(), Item: itemOf(placeOf(post, 'deleted')), ...asRead(post, BELOW) },
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

    /**
     * Counts one more, or one less; it belongs into the transaction that does what is counted. Refused if the post is not
     * there for everybody: deleted, hidden, or a repost, which is no post of its own.
     */
    count(author: UserId, id: PostId, what: CountedMark, by: 1 | -1): UpdateWrite {
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

    /** The other way round: deleted, hidden, or never there. */
    isNotThere: (author: UserId, id: PostId): Write => ({
      ConditionCheck: {
        TableName: table(),
        Key: postKey(author, id),
        ConditionExpression: 'attribute_not_exists(feed)',
      },
    }),
  };
}

export type PostStore = ReturnType<typeof postStore>;

/** Behind the ids of all posts. */
const LAST = '~';

/** What sorts next behind an id, or before all of them, and is none. */
const justBehind = (id: PostId | undefined): string => (id === undefined ? ' ' : `${id} `);

/** What sorts between an id and the one before it, and is none: both ends of a range belong to it. */
const justBefore = (id: PostId): string =>
  `${id.slice(0, -1)}${String.fromCharCode(id.charCodeAt(id.length - 1) - 1)}${LAST}`;

function pageOf(items: Item[], limit: number): PostPage {
  const page = items.slice(0, limit).map(writtenFrom);
  return {
    posts: page.filter((row): row is Written => !isPlace(row)),
    next: items.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Whether a row is a post, or the place of one, and no repost. */
export const isPostRow = ({ sk, repostOf }: Item): boolean =>
  String(sk).startsWith(POST) && repostOf === undefined;

/** The id of the post, the place or the repost, if a row's key is that of one. */
export const postIdIn = ({ sk }: Key): PostId | undefined =>
  sk.startsWith(POST) ? (sk.slice(POST.length) as PostId) : undefined;

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

/** What is left of a post where it stood. */
export function placeOf(post: Post, gone: Gone): PostPlace {
  const { id, userId, createdAt, sessionId, approvedBy } = post;
  const { replies, places, replyTo, above, thread, whoMayReply, removedBy } = post;
  const kept = { approvedBy, replies, places, replyTo, above, thread, whoMayReply, removedBy };
  const there = Object.entries(kept).filter(([, value]) => value !== undefined);
  return { id, userId, createdAt, sessionId, ...Object.fromEntries(there), gone };
}

/** Holds a write to a row's being there as it was read: a post or a place, and the same in what may change of it. */
export function asRead(row: Post | PostPlace, names: readonly (typeof CHANGING)[number][] = CHANGING) {
  const item = itemOf(row);
  const of = [...names, 'gone'];
  const known = of.filter((name) => item[name] !== undefined);
  const conditions = of.map((name) =>
    item[name] === undefined ? `attribute_not_exists(${name})` : `${name} = :${name}`,
  );
  return {
    ConditionExpression: ['attribute_exists(pk)', ...conditions].join(' AND '),
    ...(known.length === 0
      ? {}
      : { ExpressionAttributeValues: Object.fromEntries(known.map((name) => [`:${name}`, item[name]])) }),
  };
}

/** The post, the place or the repost that a row holds. */
export function writtenFrom(item: Item): Written | PostPlace {
  const { pk, sk: _, postId, feed: __, root: ___, createdAt, editedAt, ...post } = item;
  return {
    ...post,
    ...(editedAt === undefined ? {} : { editedAt: fromSeconds(editedAt as number) }),
    id: postId,
    userId: pk,
    createdAt: fromSeconds(createdAt as number),
  } as Written | PostPlace;
}

/** The same of a row that is no repost. */
export const rowFrom = (item: Item): Post | PostPlace => writtenFrom(item) as Post | PostPlace;

/** The same of a row that is no place either. */
export const postFrom = (item: Item): Post => writtenFrom(item) as Post;

/** The post that a row holds, if it is one: neither a repost nor a place. */
export function postIn(item: Item | undefined): Post | undefined {
  const row = item && isPostRow(item) ? rowFrom(item) : undefined;
  return row === undefined || isPlace(row) ? undefined : row;
}
