/** Writes that are held to a session's being live at that very moment (DESIGN.md §2), and change little or nothing of it. */
import type { Database, UpdateWrite, Write } from '../database.ts';
import type { Session } from './session.ts';
import { LIVE, liveAt, sessionKey } from './session-store.ts';

export function liveSessionStore(db: Database) {
  const row = ({ userId, id }: Pick<Session, 'userId' | 'id'>) => ({
    TableName: db.tableName('Sessions'),
    Key: sessionKey(userId, id),
  });

  return {
    /** The phone of a presence-bound session is here: revives nothing that was ended or timed out meanwhile. */
    phoneHere: (session: Session, now: Date): UpdateWrite => ({
      Update: {
        ...row(session),
        UpdateExpression: 'SET phoneSeenAt = :now',
        ConditionExpression: `#status IN (:approved, :active) AND ${LIVE}`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ...liveAt(now), ':approved': 'approved' },
      },
    }),

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
