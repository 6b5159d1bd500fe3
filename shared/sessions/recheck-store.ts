/**
 * Sessions that are to be checked with their provider again: `pk = recheck#<provider>`, `sk =
 * <milliseconds>#<userId>#<session id>` in the Sessions table, so that what is due is one query from its start.
 */
import type { Database, Write } from '../database.ts';
import type { SessionId, UserId } from '../ids.ts';
import { sortable, ttlAt } from '../seconds.ts';
import type { Session } from './session.ts';

export type Recheck = {
  userId: UserId;
  sessionId: SessionId;
  provider: string;
  /** When it is to be asked about. */
  at: Date;
};

export const recheckOf = ({ userId, id }: Session, provider: string, at: Date): Recheck => ({
  userId,
  sessionId: id,
  provider,
  at,
});

export function recheckStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = ({ provider, at, userId, sessionId }: Recheck) => ({
    pk: `recheck#${provider}`,
    sk: `${sortable(at)}#${userId}#${sessionId}`,
  });

  return {
    /** Those of a provider that are due by now, the ones that wait longest first. */
    async due(provider: string, now: Date, most: number): Promise<Recheck[]> {
      const { items } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk < :end',
        ExpressionAttributeValues: { ':pk': `recheck#${provider}`, ':end': `${sortable(now)}#~` },
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

    list: (due: Recheck): Write => ({
      Put: { TableName: table(), Item: { ...keyOf(due), expiresAt: ttlAt(due.at) } },
    }),

    /** Claims a session that is due; of two concurrent runs one is refused. */
    claim: (due: Recheck): Write => ({
      Delete: {
        TableName: table(),
        Key: keyOf(due),
        ConditionExpression: 'attribute_exists(pk)',
      },
    }),
  };
}
