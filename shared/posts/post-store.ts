/**
 * Posts in DynamoDB (DESIGN.md §3): `pk = userId, sk = post#<id>`, and in one partition of an index for everybody's
 * feed. Every page is one query that reads what it returns, whatever the number of posts and however old they are.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import type { Post } from './post.ts';

const POST = 'post#';

/** A page of posts, newest first, and the id of the last one seen if there may be more. */
export type PostPage = { posts: Post[]; next: PostId | null };

export const postKey = (userId: UserId, id: PostId): Key => ({ pk: userId, sk: POST + id });

/** What a post carries that everybody's feed shows. */
export const IN_FEED = { feed: 'all' };

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
      return pageOf(items.map(fromItem), limit);
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
      return pageOf(items.map(fromItem), limit);
    },

    /** An author's own post, as it stands: what was written a moment ago is there. */
    async ofAuthorById(userId: UserId, id: PostId): Promise<Post | undefined> {
      const item = await db.get({ TableName: table(), Key: postKey(userId, id) });
      return item && fromItem(item);
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
      return items[0] && fromItem(items[0]);
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

    /** Deletes an author's own post; refused if there is none. */
    delete(userId: UserId, id: PostId): Write {
      return {
        Delete: {
          TableName: table(),
          Key: postKey(userId, id),
          ConditionExpression: 'attribute_exists(pk)',
        },
      };
    },
  };
}

function pageOf(posts: Post[], limit: number): PostPage {
  const page = posts.slice(0, limit);
  return { posts: page, next: posts.length > limit ? (page.at(-1)?.id ?? null) : null };
}

function fromItem({ pk, sk: _, postId, feed: __, createdAt, ...post }: Item): Post {
  return { ...post, id: postId, userId: pk, createdAt: fromSeconds(createdAt as number) } as Post;
}
