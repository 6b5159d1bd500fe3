/** A user's recovery code in DynamoDB (DESIGN.md §3): `pk = userId, sk = recovery`, its digest only. */
import type { Database, Key, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';

export function recoveryStore(db: Database) {
  const table = () => db.tableName('Users');
  const keyOf = (userId: UserId): Key => ({ pk: userId, sk: 'recovery' });

  return {
    /** The user's code by its digest, if they have one. */
    async get(userId: UserId): Promise<{ codeHash: string; createdAt: Date } | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf(userId) });
      return item && { codeHash: item.codeHash as string, createdAt: fromSeconds(item.createdAt as number) };
    },

    /** A new code, in place of an older one. */
    renew: (userId: UserId, codeHash: string, now: Date): Write => ({
      Put: { TableName: table(), Item: { ...keyOf(userId), codeHash, createdAt: toSeconds(now) } },
    }),

    /** Spends the code; refused if it was spent or renewed. */
    spend: (userId: UserId, codeHash: string): Write => ({
      Delete: {
        TableName: table(),
        Key: keyOf(userId),
        ConditionExpression: 'codeHash = :codeHash',
        ExpressionAttributeValues: { ':codeHash': codeHash },
      },
    }),
  };
}
