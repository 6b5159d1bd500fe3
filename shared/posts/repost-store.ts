/**
 * Reposts in DynamoDB (DESIGN.md §3): rows `post#<id>` of whoever reposts, between what they write themselves, and in no
 * feed of everybody's. They name the original and have no words of their own.
 */
import type { Database, Item, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { toSeconds } from '../seconds.ts';
import type { Repost } from './post.ts';
import { postKey } from './post-store.ts';

export function repostStore(db: Database) {
  const table = () => db.tableName('Posts');

  return {
    /** The row of a repost, as it stands. */
    row: (userId: UserId, id: PostId): Promise<Item | undefined> =>
      db.get({ TableName: table(), Key: postKey(userId, id) }),

    create: ({ id, userId, createdAt, ...repost }: Repost): Write => ({
      Put: {
        TableName: table(),
        Item: { ...postKey(userId, id), ...repost, postId: id, createdAt: toSeconds(createdAt) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),

    /** Whether it is still the repost that stands, the mark knows. */
    delete: (userId: UserId, id: PostId): Write => ({
      Delete: { TableName: table(), Key: postKey(userId, id) },
    }),

    /** Puts a row back that was taken away. */
    putBack: (row: Item): Write => ({
      Put: { TableName: table(), Item: row, ConditionExpression: 'attribute_not_exists(pk)' },
    }),
  };
}
