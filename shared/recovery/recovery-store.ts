/** A user's recovery code in DynamoDB (DESIGN.md §3): `pk = userId, sk = recovery`, its digest only. */
import type { Database, Key, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import type { RecoveryCode } from './code.ts';

export function recoveryStore(db: Database) {
  const table = () => db.tableName('Users');
  const keyOf = (userId: UserId): Key => ({ pk: userId, sk: 'recovery' });

  return {
    /** The user's code by its digest, if they have one. */
    async get(userId: UserId): Promise<RecoveryCode | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf(userId) });
      if (item === undefined) return undefined;
      const { pk: _, sk: __, createdAt, ...code } = item;
      return { ...code, createdAt: fromSeconds(createdAt as number) } as RecoveryCode;
    },

    /** A new code, in place of an older one. */
    renew: (userId: UserId, { createdAt, ...code }: RecoveryCode): Write => ({
      Put: { TableName: table(), Item: { ...keyOf(userId), ...code, createdAt: toSeconds(createdAt) } },
    }),

    /** Spends the code, or makes it void; refused if it was spent or renewed. */
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
