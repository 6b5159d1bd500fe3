/** Reads the lists of a user's sessions, strongly consistent; `session-store.ts` writes them. */
import type { Database, Item } from '../database.ts';
import type { SessionId, UserId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import type { GrantedSession } from './granted-session.ts';
import { signInOf } from './provenance.ts';
import { isAnswerable, isGranted, isLive, isSignedIn, mayRing, type Session } from './session.ts';
import { keyAt, type ListPlace, listKey, placeIn, type SessionList } from './session-lists.ts';
import { sessionFrom, sessionKey } from './session-store.ts';
import { inDates } from './session-times.ts';

/** A page of the signed-in sessions of a user, and where the next one begins, if there is one. */
export type SessionPage = { sessions: GrantedSession[]; next: ListPlace | null };

/** Where many that were idle for too long stand between those that live, so many are passed over at once. */
const PASSED_OVER_AT_ONCE = 500;

export function sessionListStore(db: Database) {
  const table = () => db.tableName('Sessions');

  /** The entries of a list that have not expired. */
  const listed = (userId: UserId, list: SessionList, now: Date) => ({
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
    const keys = rows.map((row) => sessionKey(userId, idIn(row)));
    return (await db.getAll(table(), keys)).map(sessionFrom);
  }

  async function granted(userId: UserId, now: Date): Promise<GrantedSession[]> {
    const rows = await db.queryAll(listed(userId, 'active', now));
    return rows.map(grantedFrom).filter((session) => isGranted(session, now));
  }

  return {
    /** The sessions of a user that are approved, active or walkaway, as their list has them. */
    granted,

    /** Those of them that are one of these sign-ins, or go on with one after a step-up (DESIGN.md §6.15). */
    async goingOn(userId: UserId, signIns: readonly SessionId[], now: Date): Promise<GrantedSession[]> {
      return (await granted(userId, now)).filter((session) => signIns.includes(signInOf(session)));
    },

    /**
     * Those of them that are signed in, a page at a time: first those whose lifetime ends last. One query, but where
     * many were idle for too long.
     */
    async signedIn(
      userId: UserId,
      { after, limit, now }: { after?: ListPlace | undefined; limit: number; now: Date },
    ): Promise<SessionPage> {
      const query = listed(userId, 'active', now);
      const found: Item[] = [];
      let from: Item | undefined = after && { pk: userId, sk: keyAt('active', after) };
      // The lifetime of the last one may have ended since, and a query begins nowhere outside its bounds.
      if (from !== undefined && String(from.sk) <= query.ExpressionAttributeValues[':now']) {
        return { sessions: [], next: null };
      }
      // One more than asked for tells whether there is a next page.
      for (let most = limit + 1; found.length <= limit; most = PASSED_OVER_AT_ONCE) {
        const { items, lastKey } = await db.query({
          ...query,
          ScanIndexForward: false,
          Limit: most,
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        });
        found.push(...items.filter((row) => isSignedIn(grantedFrom(row), now)));
        from = lastKey;
        if (from === undefined) break;
      }
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        sessions: page.map(grantedFrom),
        next: found.length > limit && last !== undefined ? placeIn(String(last.sk)) : null,
      };
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

const idIn = ({ sk }: Item): SessionId => String(sk).split('#')[2] as SessionId;

function grantedFrom({ expiresAt: _, pk, sk, ...facts }: Item): GrantedSession {
  return { ...inDates(facts), userId: pk, id: idIn({ sk }) } as GrantedSession;
}
