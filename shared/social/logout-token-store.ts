/** Logout tokens that have done their work: `pk = sk = jti#<issuer>#<jti>` in the Sessions table, swept by TTL. */
import type { Database, Write } from '../database.ts';
import { ttlAt } from '../seconds.ts';

export function logoutTokenStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (issuer: string, jti: string) => ({
    pk: `jti#${issuer}#${jti}`,
    sk: `jti#${issuer}#${jti}`,
  });

  return {
    async isUsed(issuer: string, jti: string): Promise<boolean> {
      return (await db.get({ TableName: table(), Key: keyOf(issuer, jti) })) !== undefined;
    },

    /** Uses the token up; refused to the second of two. It is kept much longer than its `iat` is believed. */
    use: (issuer: string, jti: string, now: Date): Write => ({
      Put: {
        TableName: table(),
        Item: { ...keyOf(issuer, jti), expiresAt: ttlAt(now) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),
  };
}
