/** Receipts in DynamoDB: `pk = userId, sk = receipt#<sessionId>` in the Sessions table, as long as the activity. */
import type { Database, Write } from '../database.ts';
import type { SessionId, UserId } from '../ids.ts';
import { fromSeconds, secondsAfter, toSeconds } from '../seconds.ts';
import { ACTIVITY_SECONDS } from './activity.ts';
import type { Receipt } from './receipt.ts';

export function receiptStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (userId: UserId, sessionId: SessionId) => ({ pk: userId, sk: `receipt#${sessionId}` });

  return {
    /** Belongs into the transaction that approves. */
    keep({ userId, approvedAt, ...receipt }: Receipt): Write {
      return {
        Put: {
          TableName: table(),
          Item: {
            ...keyOf(userId, receipt.sessionId),
            ...receipt,
            approvedAt: toSeconds(approvedAt),
            expiresAt: Math.ceil(toSeconds(secondsAfter(approvedAt, ACTIVITY_SECONDS))),
          },
        },
      };
    },

    async get(userId: UserId, sessionId: SessionId): Promise<Receipt | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf(userId, sessionId) });
      if (item === undefined) return undefined;
      const { pk: _, sk: __, expiresAt: ___, approvedAt, ...receipt } = item;
      return { ...receipt, userId, approvedAt: fromSeconds(approvedAt as number) } as Receipt;
    },
  };
}
