/** The rings of a user that count, in one row of the Sessions table: `pk = rate#ring#<userId>, sk = rings`. */
import type { Database, Item } from '../database.ts';
import { env } from '../env.ts';
import { ConditionFailed } from '../errors.ts';
import type { SessionId, UserId } from '../ids.ts';
import { LIMITS } from '../limits/limits.ts';
import { fromSeconds, toSeconds, ttlAt } from '../seconds.ts';
import { type Ring, withRing } from './rings.ts';

const { name, most, perSeconds } = LIMITS.ringsPerUser;

export function ringStore(db: Database) {
  const row = (userId: UserId) => ({
    TableName: db.tableName('Sessions'),
    Key: { pk: `rate#${name}#${userId}`, sk: 'rings' },
  });

  return {
    /** Whether the phones are to ring for this sign-in; if so that counts, and no second call says so again. */
    async take(userId: UserId, sessionId: SessionId, now: Date): Promise<boolean> {
      for (;;) {
        const item = await db.get(row(userId));
        const limit = { most: most * env.limitsScale, perSeconds };
        const next = withRing(ringsOf(item), sessionId, limit, now);
        if (next === undefined) return false;
        try {
          await db.update({
            Update: {
              ...row(userId),
              UpdateExpression: 'SET rings = :next, expiresAt = :expiresAt',
              ConditionExpression: item === undefined ? 'attribute_not_exists(pk)' : 'rings = :seen',
              ExpressionAttributeValues: {
                ':next': next.map(({ sessionId, at }) => ({ sessionId, at: toSeconds(at) })),
                ':expiresAt': ttlAt(now),
                ...(item === undefined ? {} : { ':seen': item.rings }),
              },
            },
          });
          return true;
        } catch (error) {
          // Another sign-in rang at the same moment: it counts as well.
          if (!(error instanceof ConditionFailed)) throw error;
        }
      }
    },
  };
}

function ringsOf(item: Item | undefined): Ring[] {
  const rings = (item?.rings ?? []) as { sessionId: SessionId; at: number }[];
  return rings.map(({ sessionId, at }) => ({ sessionId, at: fromSeconds(at) }));
}
