/**
 * Who listens to the bell, in the Sessions table (DESIGN.md §3): a row in one of a few places for each session or phone,
 * `pk = userId, sk = bell#<session id>#<place>` or `bell#phone#<credential id>#<place>`, so that no burst gets one more;
 * and one by which the connection is found when it closes, `pk = bell#<connection id>, sk = bell`.
 *
 * They are written one by one, because connections come and go all day and a transaction costs twice as much. So the row
 * by which a connection is found comes before its place and goes after it: what a crash leaves is a row that nobody
 * listens by, until TTL, or a place whose connection is gone, until the next look finds that out.
 */
import type { Database, DeleteWrite, Item, Key, PutWrite } from '../database.ts';
import type { SessionId, UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import { type Listener, MOST_LISTENERS, PHONES, type Place, type Placed, type Subject } from './bell.ts';

const BELL = 'bell#';

export function bellStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const connectionKey = (connectionId: string): Key => ({ pk: BELL + connectionId, sk: 'bell' });

  /** Those whose time is not over, by the beginning of their subject. */
  async function listening(userId: UserId, subjects: string, now: Date): Promise<Placed[]> {
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
    ofSession: (userId: UserId, id: SessionId, now: Date): Promise<Placed[]> =>
      listening(userId, `${id}#`, now),

    /** Those that listen for any session of the user's. */
    ofSessions: (userId: UserId, now: Date): Promise<Placed[]> => listening(userId, 'ses_', now),

    /** Those that listen as a phone of the user's. */
    ofPhones: (userId: UserId, now: Date): Promise<Placed[]> => listening(userId, PHONES, now),

    /** A place for one more listener, or `undefined` where all are taken. */
    async free({ userId, subject }: Listener, now: Date): Promise<string | undefined> {
      const taken = new Set((await listening(userId, `${subject}#`, now)).map(({ listensAt }) => listensAt));
      const all = Array.from({ length: MOST_LISTENERS }, (_, at) => `${BELL}${subject}#${at}`);
      return all.find((listensAt) => !taken.has(listensAt));
    },

    /** Says where a connection is going to listen: before it does, and anew for each place that it tries. */
    announce: ({ connectionId, userId, listensAt, until }: Placed): PutWrite => ({
      Put: {
        TableName: table(),
        Item: { ...connectionKey(connectionId), userId, listensAt, expiresAt: expiryOf(until) },
      },
    }),

    /** Lets it listen there; refused if the place was taken meanwhile, and not by itself, in a try whose answer was lost. */
    add: ({ userId, listensAt, connectionId, secretHash, until }: Placed, now: Date): PutWrite => ({
      Put: {
        TableName: table(),
        Item: { pk: userId, sk: listensAt, connectionId, secretHash, expiresAt: expiryOf(until) },
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now OR connectionId = :connectionId',
        ExpressionAttributeValues: { ':now': toSeconds(now), ':connectionId': connectionId },
      },
    }),

    /** Where a connection listens, unless it is known to have closed. */
    async placeOf(connectionId: string): Promise<Place | undefined> {
      const row = await db.get({ TableName: table(), Key: connectionKey(connectionId) });
      if (row === undefined) return undefined;
      return { connectionId, userId: row.userId as UserId, listensAt: String(row.listensAt) };
    },

    /** Lets a connection listen no longer; refused where its place is another one's by now, or nobody's. */
    leave: ({ connectionId, userId, listensAt }: Place): DeleteWrite => ({
      Delete: {
        TableName: table(),
        Key: { pk: userId, sk: listensAt },
        ConditionExpression: 'connectionId = :connectionId',
        ExpressionAttributeValues: { ':connectionId': connectionId },
      },
    }),

    /** It is found no more. */
    forget: ({ connectionId }: Place): DeleteWrite => ({
      Delete: { TableName: table(), Key: connectionKey(connectionId) },
    }),
  };
}

const expiryOf = (until: Date): number => Math.ceil(toSeconds(until));

function fromItem({ pk, sk, connectionId, secretHash, expiresAt }: Item): Placed {
  const listensAt = String(sk);
  return {
    userId: pk as UserId,
    subject: listensAt.slice(BELL.length, listensAt.lastIndexOf('#')) as Subject,
    listensAt,
    connectionId: String(connectionId),
    ...(secretHash === undefined ? {} : { secretHash: String(secretHash) }),
    until: fromSeconds(expiresAt as number),
  };
}
