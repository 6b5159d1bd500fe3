/** Reads the lists of a user's sessions, strongly consistent; `session-store.ts` writes them. */
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Database, Item } from '../database.ts';
import type { SessionId, UserId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import { isAnswerable, isGranted, isLive, mayRing, type Session } from './session.ts';
import { listKey, type SessionList } from './session-lists.ts';
import { sessionFrom, sessionKey } from './session-store.ts';

export function sessionListStore(db: Database) {
  const table = () => db.tableName('Sessions');

  /** The entries of a list that have not expired. */
  const listed = (userId: UserId, list: SessionList, now: Date): QueryCommandInput => ({
    TableName: table(),
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :now AND :ever',
    ExpressionAttributeValues: {
      ':pk': userId,
      ':now': listKey(list, secondsAfter(now, 0.001)),
      ':ever': `${list}#~`,
    },
  });

  const sessionsOf = async (userId: UserId, list: SessionList, now: Date): Promise<Session[]> =>
    read(userId, await db.queryAll(listed(userId, list, now)));

  async function read(userId: UserId, rows: Item[]): Promise<Session[]> {
    const keys = rows.map(({ sk }) => sessionKey(userId, String(sk).split('#')[2] as SessionId));
    return (await db.getAll(table(), keys)).map(sessionFrom);
  }

  return {
    /** The sessions of a user that are approved, active or walkaway. */
    async granted(userId: UserId, now: Date): Promise<Session[]> {
      return (await sessionsOf(userId, 'active', now)).filter((session) => isGranted(session, now));
    },

    /** The waiting sign-ins of a user's known browsers. */
    async ringing(userId: UserId, now: Date): Promise<Session[]> {
      return (await sessionsOf(userId, 'pending-known', now)).filter((session) => mayRing(session, now));
    },

    /** All sign-ins that wait for a user's answer, of known browsers and of others. */
    async pending(userId: UserId, now: Date): Promise<Session[]> {
      const lists: SessionList[] = ['pending-known', 'pending-unknown'];
      const sessions = (await Promise.all(lists.map((list) => sessionsOf(userId, list, now)))).flat();
      return sessions.filter((session) => isAnswerable(session, now));
    },

    /** The recoveries of a user that wait for their phone, up to `most`, those that have begun last. */
    async recovering(userId: UserId, most: number, now: Date): Promise<Session[]> {
      const newest = { ...listed(userId, 'recovering', now), ScanIndexForward: false, Limit: most };
      const sessions = await read(userId, (await db.query(newest)).items);
      return sessions.filter((session) => isLive(session, now) && !isGranted(session, now));
    },

    /** About how many sign-ins of unknown browsers wait for a user, counted up to `most`. */
    countPendingUnknown: (userId: UserId, most: number, now: Date): Promise<number> =>
      db.count({ ...listed(userId, 'pending-unknown', now), ConsistentRead: false, Limit: most }),
  };
}
