/**
 * Sessions in DynamoDB (DESIGN.md §3): `pk = userId, sk = session#<id>`, beside the numbers by which phones find
 * them and the lists in which they stand (`session-lists.ts`).
 *
 * The reading methods are strongly consistent. The writing ones return {@link Write}s, of which the first one's
 * condition holds the status and the times that the rule in `session.ts` saw; the caller sends them together.
 */
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Database, Item, Key, Reader, RowAddress, Write } from '../database.ts';
import type { SessionId, UserId } from '../ids.ts';
import { secondsAfter, toSeconds, ttlAt } from '../seconds.ts';
import { granted } from './granted-session.ts';
import { seatStore } from './seat-store.ts';
import { PHONE_AWAY_SECONDS, type Session, type StoredStatus } from './session.ts';
import { activeEntry, entryKey, type ListEntry, pendingEntry } from './session-lists.ts';
import { inDates, inSeconds } from './session-times.ts';

const SESSION = 'session#';

/** What it takes to close a session. */
export type Closing = Pick<Session, 'userId' | 'id' | 'lifetimeEndsAt' | 'reason' | 'endsAt'>;

/** Live by its times, whatever its status; a presence-bound session only while its phone was here lately. */
export const LIVE =
  'endsAt > :now AND (attribute_not_exists(phoneSeenAt) OR #status <> :active OR phoneSeenAt > :phoneGone)';

export const liveAt = (now: Date) => ({
  ':now': toSeconds(now),
  ':active': 'active',
  ':phoneGone': toSeconds(secondsAfter(now, -PHONE_AWAY_SECONDS)),
});

/** Which session's row it is, if it is one's. */
export const sessionIdIn = ({ sk }: Key): SessionId | undefined =>
  sk.startsWith(SESSION) ? (sk.slice(SESSION.length) as SessionId) : undefined;

export const sessionKey = (userId: UserId, id: SessionId): Key => ({ pk: userId, sk: SESSION + id });

/** What it takes to know how a session stands. */
export const sessionReader = (db: Reader) => ({
  /** The row, over or not, or `undefined` where there is none (any more). */
  async get(userId: UserId, id: SessionId): Promise<Session | undefined> {
    const item = await db.get({ TableName: db.tableName('Sessions'), Key: sessionKey(userId, id) });
    return item && sessionFrom(item);
  },
  /** The same, and by one call a row of another table (`Reader.getBeside`). */
  async getBeside(
    userId: UserId,
    id: SessionId,
    other: RowAddress,
  ): Promise<[Session | undefined, Item | undefined | null]> {
    const row = { TableName: db.tableName('Sessions'), Key: sessionKey(userId, id) };
    const [item, beside] = await db.getBeside(row, other);
    return [item && sessionFrom(item), beside];
  },
});

export function sessionStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const seats = seatStore(db);

  const list = (session: Session, place: ListEntry | undefined, facts: Item = {}): Write[] =>
    place === undefined
      ? []
      : [
          {
            Put: {
              TableName: table(),
              Item: { ...facts, ...entryKey(session, place), expiresAt: ttlAt(place.until) },
            },
          },
        ];
  const listGranted = (session: Session): Write[] => {
    const { id: _, userId: __, ...facts } = granted(session);
    return list(session, activeEntry(session), inSeconds(facts));
  };
  const unlist = (session: Pick<Session, 'userId' | 'id'>, place: ListEntry | undefined): Write[] =>
    place === undefined ? [] : [{ Delete: { TableName: table(), Key: entryKey(session, place) } }];

  /**
   * The transition to `next` from one of the statuses `from`: refused if the row has moved, is over by its
   * times, or belongs to another sign-in secret.
   */
  function transition(next: Session, from: StoredStatus[], now: Date): Write {
    const { pk, sk, signinHash, ...rest } = toItem(next);
    const names: Record<string, string> = {};
    const values: Item = { ':signinHash': signinHash };
    const sets: string[] = [];
    const removes: string[] = [];
    for (const [name, value] of Object.entries(rest)) {
      names[`#${name}`] = name;
      if (value === undefined) {
        removes.push(`#${name}`);
      } else {
        values[`:${name}`] = value;
        sets.push(`#${name} = :${name}`);
      }
    }
    const statuses = from.map((status, at) => {
      values[`:from${at}`] = status;
      return `:from${at}`;
    });
    return {
      Update: {
        TableName: table(),
        Key: { pk, sk },
        UpdateExpression: `SET ${sets.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
        ConditionExpression: [`#status IN (${statuses.join(', ')})`, 'signinHash = :signinHash', LIVE].join(
          ' AND ',
        ),
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ...values, ...liveAt(now) },
      },
    };
  }

  return {
    ...sessionReader(db),

    /** The session that shows this number at the moment, or `undefined`. */
    async idByNumber(userId: UserId, number: string, now: Date): Promise<SessionId | undefined> {
      const item = await db.get({ TableName: table(), Key: { pk: userId, sk: `number#${number}` } });
      return item && (item.endsAt as number) > toSeconds(now) ? (item.sessionId as SessionId) : undefined;
    },

    /** A new session; one that is created approved (DESIGN.md §2) is let in at once. */
    start: (session: Session): Write[] => [
      {
        Put: {
          TableName: table(),
          Item: toItem(session),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      ...(session.status === 'approved' ? listGranted(session) : list(session, pendingEntry(session))),
      ...seats.take(session),
    ],

    /** Takes the session's number; refused while another pending session of this user shows it. */
    takeNumber(session: Session & { number: string }, now: Date): Write {
      return {
        Put: {
          TableName: table(),
          Item: {
            pk: session.userId,
            sk: `number#${session.number}`,
            sessionId: session.id,
            endsAt: toSeconds(session.endsAt),
            expiresAt: ttlAt(session.endsAt),
          },
          ConditionExpression: 'attribute_not_exists(pk) OR endsAt <= :now',
          ExpressionAttributeValues: { ':now': toSeconds(now) },
        },
      };
    },

    /** pending → pending: a phone has its number. */
    found: ({ userId, id }: Session, now: Date): Write => ({
      Update: {
        TableName: table(),
        Key: sessionKey(userId, id),
        UpdateExpression: 'SET #found = :found',
        ConditionExpression: `#status = :pending AND ${LIVE}`,
        ExpressionAttributeNames: { '#status': 'status', '#found': 'found' },
        ExpressionAttributeValues: { ...liveAt(now), ':pending': 'pending', ':found': true },
      },
    }),

    /** pending → approved, denied or cancelled */
    answer: (next: Session, now: Date): Write[] => [
      transition(next, ['pending'], now),
      ...unlist(next, pendingEntry(next)),
      ...seats.leave(next),
      ...(next.status === 'approved' ? listGranted(next) : []),
    ],

    /** approved → active */
    complete: (next: Session, now: Date): Write[] => [
      transition(next, ['approved'], now),
      ...listGranted(next),
    ],

    /**
     * active → active with another secret, for the browser that lost the answer: only where nobody has
     * repeated since `seen` was read. Writes nothing else, so that no touch since then is taken back.
     */
    repeatCompletion: ({ userId, id, secretHash }: Session, seen: Session, now: Date): Write => ({
      Update: {
        TableName: table(),
        Key: sessionKey(userId, id),
        UpdateExpression: 'SET secretHash = :secretHash',
        ConditionExpression: `#status = :active AND signinHash = :signinHash AND secretHash = :seenHash AND ${LIVE}`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ...liveAt(now),
          ':secretHash': secretHash,
          ':signinHash': seen.signinHash,
          ':seenHash': seen.secretHash,
        },
      },
    }),

    /** approved or active → closed, whatever else has changed since it was read: its list tells enough of it. */
    close: (next: Closing, now: Date): Write[] => [
      {
        Update: {
          TableName: table(),
          Key: sessionKey(next.userId, next.id),
          UpdateExpression:
            'SET #status = :closed, reason = :reason, endsAt = :endsAt, expiresAt = :expiresAt',
          ConditionExpression: `#status IN (:approved, :active) AND ${LIVE}`,
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: {
            ...liveAt(now),
            ':approved': 'approved',
            ':closed': 'closed',
            ':reason': next.reason,
            ':endsAt': toSeconds(next.endsAt),
            ':expiresAt': ttlAt(next.endsAt),
          },
        },
      },
      ...unlist(next, activeEntry(next)),
    ],
  };
}

/** Changes the entry of a granted session, which is there as long as that is. */
export function changeInList(
  TableName: string,
  session: Pick<Session, 'userId' | 'id' | 'lifetimeEndsAt'>,
  UpdateExpression: string,
  ExpressionAttributeValues: Item,
): Write[] {
  const entry = activeEntry(session);
  if (entry === undefined) return [];
  const Key = entryKey(session, entry);
  const ConditionExpression = 'attribute_exists(pk)';
  return [{ Update: { TableName, Key, UpdateExpression, ConditionExpression, ExpressionAttributeValues } }];
}

export type SessionStore = ReturnType<typeof sessionStore>;

function toItem({ id, userId, ...session }: Session): Item {
  return { pk: userId, sk: SESSION + id, ...inSeconds(session), expiresAt: ttlAt(session.endsAt) };
}

/** A session as a stream has it, before or after a write. */
export const sessionInImage = (image: object | undefined): Session | undefined =>
  image && sessionFrom(unmarshall(image as Parameters<typeof unmarshall>[0]));

export function sessionFrom({ pk, sk, expiresAt: _, ...item }: Item): Session {
  return { ...inDates(item), userId: pk, id: String(sk).slice(SESSION.length) } as Session;
}
