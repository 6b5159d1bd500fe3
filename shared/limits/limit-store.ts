/** Counters in the Sessions table: `pk = rate#<limit>#<whom>, sk = count`, a row for each, swept by TTL. */
import type { Database, Item, UpdateWrite } from '../database.ts';
import { env } from '../env.ts';
import { ConditionFailed, NodError } from '../errors.ts';
import { fromSeconds, toSeconds, ttlAt } from '../seconds.ts';
import { addressBlock, type Limit } from './limits.ts';
import { partSeconds, totalOf, type Window, withOneMore } from './sliding-window.ts';

export function limitStore(db: Database) {
  return {
    /**
     * Counts one more request of `whom`, an address or an id. Never more come through in any `perSeconds` than the limit
     * says, however many come at once: nearly all add one to the open part, in any order, under a condition; where that
     * part is over, or the limit seems to be met, the window is moved on as it was seen, and of two that do one begins
     * again. @throws {NodError} `too_many` with the seconds until there is room
     */
    async count(limit: Limit, whom: string, at: Date): Promise<void> {
      const row = {
        TableName: db.tableName('Sessions'),
        Key: { pk: `rate#${limit.name}#${addressBlock(whom)}`, sk: 'count' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
      };
      const now = toSeconds(at);
      const scaled = { most: limit.most * env.limitsScale, perSeconds: limit.perSeconds };
      const expiresAt = ttlAt(fromSeconds(now + limit.perSeconds));

      for (let isLate = false; ; ) {
        const seen = await refused(addOne(isLate));
        if (seen === 'no') return;
        const outcome = withOneMore(windowOf(seen), scaled, now);
        if ('retryAfter' in outcome) throw tooMany(outcome.retryAfter);
        // Only out of order with another one: what that one has noted as the last moment stays.
        isLate = seen !== undefined && (seen.lastAt as number) > now;
        if (
          isLate &&
          outcome.next.openedAt === seen?.openedAt &&
          totalOf(outcome.next) === (seen.total as number) + 1
        )
          continue;
        if ((await refused(moveOn(outcome.next, seen))) === 'no') return;
      }

      function addOne(isLate: boolean) {
        return {
          ...row,
          UpdateExpression: `${isLate ? '' : 'SET lastAt = :now, expiresAt = :expiresAt '}ADD #open :one, #total :one, version :one`,
          ConditionExpression: `openedAt > :before AND #total < :most AND lastAt ${isLate ? '>=' : '<='} :now`,
          ExpressionAttributeNames: { '#open': 'open', '#total': 'total' },
          ExpressionAttributeValues: {
            ':one': 1,
            ':now': now,
            ':before': now - partSeconds(limit),
            ':most': scaled.most,
            ...(isLate ? {} : { ':expiresAt': expiresAt }),
          },
        };
      }

      function moveOn({ openedAt, open, closed }: Window, seen: Item | undefined) {
        return {
          ...row,
          UpdateExpression:
            'SET openedAt = :openedAt, #open = :open, lastAt = :lastAt, closed = :closed, #total = :total, version = :version, expiresAt = :expiresAt',
          ConditionExpression: seen === undefined ? 'attribute_not_exists(pk)' : 'version = :seen',
          ExpressionAttributeNames: { '#open': 'open', '#total': 'total' },
          ExpressionAttributeValues: {
            ':openedAt': openedAt,
            ':open': open.count,
            ':lastAt': open.lastAt,
            ':closed': closed,
            ':total': totalOf({ openedAt, open, closed }),
            ':version': ((seen?.version as number | undefined) ?? 0) + 1,
            ':expiresAt': expiresAt,
            ...(seen === undefined ? {} : { ':seen': seen.version }),
          },
        };
      }

      /** Writes, or answers with the row that refused it; `undefined` is none. */
      async function refused(Update: UpdateWrite['Update']): Promise<Item | undefined | 'no'> {
        try {
          await db.update({ Update });
          return 'no';
        } catch (error) {
          if (!(error instanceof ConditionFailed)) throw error;
          return error.row;
        }
      }
    },
  };
}

function windowOf(item: Item | undefined): Window | undefined {
  if (item === undefined) return undefined;
  const { openedAt, open, lastAt, closed } = item as Record<'openedAt' | 'open' | 'lastAt', number> & Window;
  return { openedAt, open: { count: Number(open), lastAt }, closed };
}

function tooMany(seconds: number): NodError {
  return new NodError('too_many', 'There were too many requests. Try again later.', {
    retryAfter: Math.max(1, Math.ceil(seconds)),
  });
}
