/**
 * Who listens to the bell, in the Sessions table (DESIGN.md §3): a row in one of a few places for each session or phone,
 * `pk = userId, sk = bell#<session id>#<place>` or `bell#phone#<credential id>#<place>`, so that no burst gets one more;
 * and one by which the connection is found when it closes, `pk = bell#<connection id>, sk = bell`.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { SessionId, UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import { type Listener, MOST_LISTENERS, PHONES, type Subject } from './bell.ts';

const BELL = 'bell#';

export function bellStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const connectionKey = (connectionId: string): Key => ({ pk: BELL + connectionId, sk: 'bell' });

  /** Those whose time is not over, by the beginning of their subject. */
  async function listening(userId: UserId, subjects: string, now: Date): Promise<(Listener & Placed)[]> {
    const rows = await db.queryAll({
      TableName: table(),
      // So that whoever asks `status` after its connection was opened has either seen a change or hears of it.
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :subjects)',
      ExpressionAttributeValues: { ':pk': userId, ':subjects': BELL + subjects },
    });
    return rows.map(fromItem).filter(({ until }) => until > now);
  }

  return {
    /** Those that listen for a session. */
    ofSession: (userId: UserId, id: SessionId, now: Date): Promise<Listener[]> =>
      listening(userId, `${id}#`, now),

    /** Those that listen as a phone of the user's. */
    ofPhones: (userId: UserId, now: Date): Promise<Listener[]> => listening(userId, PHONES, now),

    /** A place for one more listener, or `undefined` where all are taken. */
    async free({ userId, subject }: Listener, now: Date): Promise<number | undefined> {
      const taken = new Set((await listening(userId, `${subject}#`, now)).map(({ place }) => place));
      return Array.from({ length: MOST_LISTENERS }, (_, place) => place).find((place) => !taken.has(place));
    },

    /** Lets a connection listen; refused if its place was taken meanwhile. */
    add: (
      { userId, subject, connectionId, secretHash, until }: Listener,
      place: number,
      now: Date,
    ): Write[] => {
      const expiresAt = Math.ceil(toSeconds(until));
      const key = placeKey(userId, subject, place);
      return [
        {
          Put: {
            TableName: table(),
            Item: { ...key, connectionId, secretHash, expiresAt },
            ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
            ExpressionAttributeValues: { ':now': toSeconds(now) },
          },
        },
        {
          Put: {
            TableName: table(),
            Item: { ...connectionKey(connectionId), userId, listensAt: key.sk, expiresAt },
          },
        },
      ];
    },

    /** Lets a connection listen no longer, wherever it does; refused where another one has its place by now. */
    async remove(connectionId: string): Promise<Write[]> {
      const row = await db.get({ TableName: table(), Key: connectionKey(connectionId) });
      if (row === undefined) return [];
      return [
        {
          Delete: {
            TableName: table(),
            Key: { pk: row.userId, sk: row.listensAt },
            ConditionExpression: 'attribute_not_exists(pk) OR connectionId = :connectionId',
            ExpressionAttributeValues: { ':connectionId': connectionId },
          },
        },
        { Delete: { TableName: table(), Key: connectionKey(connectionId) } },
      ];
    },
  };
}

type Placed = { place: number };

const placeKey = (userId: UserId, subject: Subject, place: number): Key => ({
  pk: userId,
  sk: `${BELL}${subject}#${place}`,
});

function fromItem({ pk, sk, connectionId, secretHash, expiresAt }: Item): Listener & Placed {
  const text = String(sk).slice(BELL.length);
  const at = text.lastIndexOf('#');
  return {
    userId: pk as UserId,
    subject: text.slice(0, at) as Subject,
    place: Number(text.slice(at + 1)),
    connectionId: String(connectionId),
    ...(secretHash === undefined ? {} : { secretHash: String(secretHash) }),
    until: fromSeconds(expiresAt as number),
  };
}
