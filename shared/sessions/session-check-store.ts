import type { Database, Write } from '../database.ts';
import type { Session } from './session.ts';
import { LIVE, liveAt, sessionKey } from './session-store.ts';

export function sessionCheckStore(db: Database) {
  return {
    /** Holds a transaction to a session that is still signed in: what it began ends with it. */
    signedIn: ({ userId, id }: Pick<Session, 'userId' | 'id'>, now: Date): Write => ({
      ConditionCheck: {
        TableName: db.tableName('Sessions'),
        Key: sessionKey(userId, id),
        ConditionExpression: `#status = :active AND ${LIVE}`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: liveAt(now),
      },
    }),
  };
}
