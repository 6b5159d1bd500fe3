/**
 * Posts in DynamoDB (DESIGN.md §3): `pk = userId, sk = post#<id>`, and by month for everybody's feed. Every page
 * is a query that reads what it returns, whatever the number of posts.
 */
import type { Database, Item, Key, Page, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { earlierOf, fromSeconds, toSeconds } from '../seconds.ts';
import { FIRST_MONTH, monthBefore, monthOf, monthOfPost, type Post, timeOfPost } from './post.ts';

const POST = 'post#';

/** A page of posts, newest first, and the id of the last one seen if there may be more. */
export type PostPage = { posts: Post[]; next: PostId | null };

export const postKey = (userId: UserId, id: PostId): Key => ({ pk: userId, sk: POST + id });

export function postStore(db: Database) {
  const table = () => db.tableName('Posts');

  /** Posts of a month older than `before`, newest first. */
  async function ofMonth(month: string, before: string | undefined, limit: number): Promise<Page> {
    return db.query({
      TableName: table(),
      IndexName: 'byMonth',
      KeyConditionExpression: `#month = :month${before === undefined ? '' : ' AND postId < :before'}`,
      ExpressionAttributeNames: { '#month': 'month' },
      ExpressionAttributeValues: { ':month': month, ...(before === undefined ? {} : { ':before': before }) },
      ScanIndexForward: false,
      Limit: limit,
    });
  }

  return {
    /** Everybody's posts that are older than `before`. */
    async all({ before, limit, now }: { before?: PostId; limit: number; now: Date }): Promise<PostPage> {
      const posts: Post[] = [];
      // A made-up cursor may lie far in the future: no month is asked for that has not begun.
      let month = monthOf(before === undefined ? now : earlierOf(timeOfPost(before), now));
      // One more than asked for tells whether there is a next page.
      do {
        const { items } = await ofMonth(month, before, limit + 1 - posts.length);
        posts.push(...items.map(fromItem));
        month = monthBefore(month);
      } while (month >= FIRST_MONTH && posts.length <= limit);
      return pageOf(posts, limit);
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
        IndexName: 'byMonth',
        KeyConditionExpression: '#month = :month AND postId = :id',
        ExpressionAttributeNames: { '#month': 'month' },
        ExpressionAttributeValues: { ':month': monthOfPost(id), ':id': id },
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
            month: monthOfPost(id),
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

function fromItem({ pk, sk: _, postId, month: __, createdAt, ...post }: Item): Post {
  return { ...post, id: postId, userId: pk, createdAt: fromSeconds(createdAt as number) } as Post;
}
