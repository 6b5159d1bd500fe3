/**
 * Sessions whose provider must be asked whether it still stands behind them: `pk = due#<provider>`,
 * `sk = <milliseconds>#<userId>#<session id>` in the Sessions table, so that what is due is one query from its start.
 */
import type { Database, Write } from '../database.ts';
import type { SessionId, UserId } from '../ids.ts';
import { sortable, sweepTime } from '../seconds.ts';
import type { Session } from './session.ts';

export type DueSession = {
  userId: UserId;
  sessionId: SessionId;
  provider: string;
  /** When it is to be asked about. */
  at: Date;
};

export const dueSession = ({ userId, id }: Session, provider: string, at: Date): DueSession => ({
  userId,
  sessionId: id,
  provider,
  at,
});

export function dueSessionStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = ({ provider, at, userId, sessionId }: DueSession) => ({
    pk: `due#${provider}`,
    sk: `${sortable(at)}#${userId}#${sessionId}`,
  });

  return {
    /** Those of a provider that are due by now, the ones that wait longest first. */
    async due(provider: string, now: Date, most: number): Promise<DueSession[]> {
      const { items } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk < :end',
        ExpressionAttributeValues: { ':pk': `due#${provider}`, ':end': `${sortable(now)}#~` },
        Limit: most,
      });
      return items.map(({ sk }) => {
        const [at, userId, sessionId] = String(sk).split('#');
        return {
          provider,
          at: new Date(Number(at)),
          userId: userId as UserId,
          sessionId: sessionId as SessionId,
        };
      });
    },

    list: (due: DueSession): Write => ({
      Put: { TableName: table(), Item: { ...keyOf(due), expiresAt: sweepTime(due.at) } },
    }),

    /** Takes up a session that is due; refused to all but one. */
    takeUp: (due: DueSession): Write => ({
      Delete: {
        TableName: table(),
        Key: keyOf(due),
        ConditionExpression: 'attribute_exists(pk)',
      },
    }),
  };
}
