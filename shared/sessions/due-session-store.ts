/** Sessions whose provider must be asked whether it still stands behind them: the sparse index `byDue`. */
import type { Database, UpdateWrite } from '../database.ts';
import type { Session } from './session.ts';
import { dueAt, sessionFrom, sessionKey } from './session-store.ts';

export function dueSessionStore(db: Database) {
  const table = () => db.tableName('Sessions');

  return {
    /** Those of a provider that are due by now, the ones that wait longest first; the index lags behind. */
    async due(provider: string, now: Date, most: number): Promise<Session[]> {
      const { items } = await db.query({
        TableName: table(),
        IndexName: 'byDue',
        KeyConditionExpression: 'due = :due AND dueAt <= :now',
        ExpressionAttributeValues: { ':due': provider, ':now': dueAt(now) },
        Limit: most,
      });
      return items.map(sessionFrom);
    },

    /**
     * Takes up a session that is due, and says when it is due again, if ever; refused to all but one who saw it.
     */
    askAgain({ userId, id, askProviderAt: seen }: Session, next: Date | undefined): UpdateWrite {
      const values = { ':seen': seen && dueAt(seen) };
      return {
        Update: {
          TableName: table(),
          Key: sessionKey(userId, id),
          UpdateExpression: next === undefined ? 'REMOVE due, dueAt' : 'SET dueAt = :next',
          ConditionExpression: 'dueAt = :seen',
          ExpressionAttributeValues: next === undefined ? values : { ...values, ':next': dueAt(next) },
        },
      };
    },
  };
}
