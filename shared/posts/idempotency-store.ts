/**
 * What became of an `Idempotency-Key` of a post or a message: `pk = userId, sk = idempotency#<sha256>` in the Sessions
 * table, for a day. It makes a repeat after a lost answer find what is already there.
 */
import type { Database, Write } from '../database.ts';
import type { MessageId, PostId, UserId } from '../ids.ts';
import { ttlAt } from '../seconds.ts';
import { digest } from '../secrets.ts';

export function idempotencyStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (userId: UserId, key: string) => ({ pk: userId, sk: `idempotency#${digest(key)}` });

  return {
    /** What this key wrote, if it wrote something; a key of the one may have been used for the other. */
    async find<Id extends PostId | MessageId = PostId>(userId: UserId, key: string): Promise<Id | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf(userId, key) });
      return item?.wrote as Id | undefined;
    },

    /** Ties the key to what it writes; refused if it wrote something before. */
    note(userId: UserId, key: string, wrote: PostId | MessageId, now: Date): Write {
      return {
        Put: {
          TableName: table(),
          Item: { ...keyOf(userId, key), wrote, expiresAt: ttlAt(now) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
    },
  };
}
