/** A user's recovery code in DynamoDB (design §3): `pk = userId, sk = recovery`, its digest only. */
import type { Database, Key, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { toSeconds } from '../seconds.ts';

export function recoveryStore(db: Database) {
  const table = () => db.tableName('Users');
  const keyOf = (userId: UserId): Key => ({ pk: userId, sk: 'recovery' });

  return {
    /** The digest of the user's code, if they have one. */
    async codeHash(userId: UserId): Promise<string | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf(userId) });
      return item?.codeHash as string | undefined;
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
