/** Holds writes to a session's being live at that very moment (DESIGN.md §2). */
import type { Database, Write } from '../database.ts';
import type { Session } from './session.ts';
import { LIVE, liveAt, sessionKey } from './session-store.ts';

export function liveSessionStore(db: Database) {
  const row = ({ userId, id }: Pick<Session, 'userId' | 'id'>) => ({
    TableName: db.tableName('Sessions'),
    Key: sessionKey(userId, id),
  });

  return {
    /** Holds a transaction to a session that is still signed in: nothing is written in the name of one that has ended. */
    stillActive: (session: Pick<Session, 'userId' | 'id'>, now: Date): Write => ({
      ConditionCheck: {
        ...row(session),
        ConditionExpression: `#status = :active AND ${LIVE}`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: liveAt(now),
      },
    }),
  };
}
