/** Counters in the Sessions table: `pk = rate#<limit>#<whom>, sk = window#<start>`, swept by TTL. */
import type { Database } from '../database.ts';
import { env } from '../env.ts';
import { ConditionFailed, NodError } from '../errors.ts';
import { fromSeconds, toSeconds, ttlAt } from '../seconds.ts';
import { addressBlock, type Limit } from './limits.ts';

export function limitStore(db: Database) {
  return {
    /**
     * Counts one more request of `whom`, an address or an id; the counter's own condition decides, so that no race slips by.
     * @throws {NodError} `too_many` with the seconds until the window ends
     */
    async count(limit: Limit, whom: string, now: Date): Promise<void> {
      const window = Math.floor(toSeconds(now) / limit.perSeconds) * limit.perSeconds;
      const endsAt = fromSeconds(window + limit.perSeconds);
      try {
        await db.update({
          Update: {
            TableName: db.tableName('Sessions'),
            Key: { pk: `rate#${limit.name}#${addressBlock(whom)}`, sk: `window#${window}` },
            UpdateExpression: 'SET expiresAt = :expiresAt ADD #count :one',
            ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
            ExpressionAttributeNames: { '#count': 'count' },
            ExpressionAttributeValues: {
              ':expiresAt': ttlAt(endsAt),
              ':one': 1,
              ':most': limit.most * env.limitsScale,
            },
          },
        });
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        throw new NodError('too_many', 'There were too many requests. Try again later.', {
          retryAfter: Math.max(1, Math.ceil(toSeconds(endsAt) - toSeconds(now))),
        });
      }
    },
  };
}
