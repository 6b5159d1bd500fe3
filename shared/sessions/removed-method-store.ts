/**
 * Sign-in methods that were removed: `pk = userId, sk = removed#<method>#<session that made it>` in the Sessions
 * table, so that one that comes back and goes again hides nothing of who had made it before.
 * What a removed phone or link has let in is still found by it (`consequences.ts`), for as long as the activity.
 */
import { ACTIVITY_SECONDS } from '../activity/activity.ts';
import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { secondsAfter, toSeconds } from '../seconds.ts';
import type { SignInMethod } from './consequences.ts';
import type { Approver, Provenance } from './provenance.ts';

const REMOVED = 'removed#';

export function removedMethodStore(db: Database) {
  const table = () => db.tableName('Sessions');

  return {
    /** Belongs into the transaction that removes it. */
    note: (
      userId: UserId,
      approver: Approver,
      { sessionId, approvedBy }: Partial<Provenance>,
      now: Date,
    ): Write => ({
      Put: {
        TableName: table(),
        Item: {
          pk: userId,
          sk: `${REMOVED}${approver}#${sessionId ?? ''}`,
          approver,
          sessionId,
          approvedBy,
          expiresAt: Math.ceil(toSeconds(secondsAfter(now, ACTIVITY_SECONDS))),
        },
      },
    }),

    async ofUser(userId: UserId): Promise<SignInMethod[]> {
      const items = await db.queryAll({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :removed)',
        ExpressionAttributeValues: { ':pk': userId, ':removed': REMOVED },
      });
      return items.map(
        ({ approver, sessionId, approvedBy }) => ({ approver, sessionId, approvedBy }) as SignInMethod,
      );
    },
  };
}
