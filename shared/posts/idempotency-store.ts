/**
 * What became of an `Idempotency-Key` of a post: `pk = userId, sk = idempotency#<sha256>` in the Sessions table,
 * for a day. It makes a repeat after a lost answer find the post that is already there.
 */
import type { Database, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { ttlAt } from '../seconds.ts';
import { digest } from '../secrets.ts';

export function idempotencyStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (userId: UserId, key: string) => ({ pk: userId, sk: `idempotency#${digest(key)}` });

  return {
    /** The post that this key wrote, if it wrote one. */
    async find(userId: UserId, key: string): Promise<PostId | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf(userId, key) });
      return item?.postId as PostId | undefined;
    },

    /** Ties the key to a post; refused if it has one. */
    note(userId: UserId, key: string, postId: PostId, now: Date): Write {
      return {
        Put: {
          TableName: table(),
          Item: { ...keyOf(userId, key), postId, expiresAt: ttlAt(now) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
    },
  };
}
