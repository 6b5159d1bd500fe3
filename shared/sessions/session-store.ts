/**
 * Sessions in DynamoDB (design §3): `pk = userId, sk = session#<id>`, beside the numbers by which phones find
 * them. The reading methods are strongly consistent. The writing ones return a {@link Write}, whose condition
 * holds the status and the times that the rule in `session.ts` saw; the caller sends it, alone or in a
 * transaction.
 */
import type { Database, Item, UpdateWrite, Write } from '../database.ts';
import type { SessionId, UserId } from '../ids.ts';
import { fromSeconds, secondsAfter, sweepTime, toSeconds } from '../seconds.ts';
import { PHONE_AWAY_SECONDS, type Session, type StoredStatus } from './session.ts';

const SESSION = 'session#';

/** Live by its times, whatever its status; a presence-bound session only while its phone was here lately. */
const LIVE =
  'endsAt > :now AND (attribute_not_exists(phoneSeenAt) OR #status <> :active OR phoneSeenAt > :phoneGone)';

const liveAt = (now: Date) => ({
  ':now': toSeconds(now),
  ':active': 'active',
  ':phoneGone': toSeconds(secondsAfter(now, -PHONE_AWAY_SECONDS)),
});

export function sessionStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (userId: UserId, id: SessionId) => ({ pk: userId, sk: SESSION + id });

  /**
   * The arrow to `next` from one of the statuses `from`: refused if the row has moved, is over by its
   * times, or belongs to another sign-in secret.
   */
  function move(next: Session, from: StoredStatus[], now: Date): Write {
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
    /** The row, over or not, or `undefined` where there is none (any more). */
    async get(userId: UserId, id: SessionId): Promise<Session | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf(userId, id) });
      return item && fromItem(item);
    },

    /** Every session of a user that DynamoDB has not swept yet, over or not; a base-table query. */
    async ofUser(userId: UserId): Promise<Session[]> {
      const items = await db.queryAll({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :session)',
        ExpressionAttributeValues: { ':pk': userId, ':session': SESSION },
      });
      return items.map(fromItem);
    },

    /** The session that shows this number at the moment, or `undefined`. */
    async idByNumber(userId: UserId, number: string, now: Date): Promise<SessionId | undefined> {
      const item = await db.get({ TableName: table(), Key: { pk: userId, sk: `number#${number}` } });
      return item && (item.endsAt as number) > toSeconds(now) ? (item.sessionId as SessionId) : undefined;
    },

    /** A new session's row. */
    start(session: Session): Write {
      return {
        Put: {
          TableName: table(),
          Item: toItem(session),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
    },

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
            expiresAt: sweepTime(session.endsAt),
          },
          ConditionExpression: 'attribute_not_exists(pk) OR endsAt <= :now',
          ExpressionAttributeValues: { ':now': toSeconds(now) },
        },
      };
    },

    /** pending → approved, denied or cancelled */
    answer: (next: Session, now: Date): Write => move(next, ['pending'], now),

    /** approved → active */
    complete: (next: Session, now: Date): Write => move(next, ['approved'], now),

    /**
     * active → active with another secret, for the browser that lost the answer: only where nobody has
     * repeated since `seen` was read. Writes nothing else, so that no touch since then is taken back.
     */
    repeatCompletion: ({ userId, id, secretHash }: Session, seen: Session, now: Date): Write => ({
      Update: {
        TableName: table(),
        Key: keyOf(userId, id),
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

    /** approved or active → closed */
    close: (next: Session, now: Date): Write => move(next, ['approved', 'active'], now),

    /** Notes activity on an active session: never revives, and never takes back a later touch. */
    touch(next: Session & { lastActiveAt: Date }, now: Date): UpdateWrite {
      return {
        Update: {
          TableName: table(),
          Key: keyOf(next.userId, next.id),
          UpdateExpression: 'SET lastActiveAt = :lastActiveAt, endsAt = :endsAt, expiresAt = :expiresAt',
          ConditionExpression: `#status = :active AND lastActiveAt <= :lastActiveAt AND ${LIVE}`,
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: {
            ...liveAt(now),
            ':lastActiveAt': toSeconds(next.lastActiveAt),
            ':endsAt': toSeconds(next.endsAt),
            ':expiresAt': sweepTime(next.endsAt),
          },
        },
      };
    },
  };
}

const DATES = [
  'startedAt',
  'endsAt',
  'approvedAt',
  'lifetimeEndsAt',
  'phoneSeenAt',
  'completedAt',
  'lastActiveAt',
] as const satisfies (keyof Session)[];

function toItem({ id, userId, ...session }: Session): Item {
  const item: Item = { pk: userId, sk: SESSION + id, ...session, expiresAt: sweepTime(session.endsAt) };
  for (const name of DATES) {
    const date = session[name];
    if (date !== undefined) item[name] = toSeconds(date);
  }
  return item;
}

function fromItem({ pk, sk, expiresAt: _, ...item }: Item): Session {
  for (const name of DATES) {
    const seconds = item[name];
    if (typeof seconds === 'number') item[name] = fromSeconds(seconds);
  }
  return { ...item, userId: pk, id: String(sk).slice(SESSION.length) } as Session;
}
