/** Activity in DynamoDB (DESIGN.md §3): `pk = userId, sk = activity#<id>` in the Sessions table. */
import { randomBytes } from 'node:crypto';
import type { Database, Item, Key, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { fromSeconds, secondsAfter, secondsBetween, toSeconds } from '../seconds.ts';
import type { Reason, Session } from '../sessions/session.ts';
import { ACTIVITY_SECONDS, type Activity, type ActivityId, browserOf, notifiesPhones } from './activity.ts';

const ACTIVITY = 'activity#';

/** What is noted of a session that was ended. */
type Ended = Pick<Session, 'userId' | 'id' | 'browser' | 'os' | 'place' | 'ip'>;

export type ActivityPage = { entries: (Activity & { id: ActivityId })[]; next: ActivityId | null };

export function activityStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (userId: UserId, id: ActivityId): Key => ({ pk: userId, sk: ACTIVITY + id });

  const store = {
    /** Adds an entry; it belongs into the transaction that does what the entry is about. */
    record(activity: Activity): Write {
      const { userId, at, ...fields } = activity;
      return {
        Put: {
          TableName: table(),
          Item: {
            ...keyOf(userId, `${at.toISOString()}#${randomBytes(6).toString('base64url')}`),
            ...fields,
            at: toSeconds(at),
            ...(notifiesPhones(activity) ? { notifies: true } : {}),
            expiresAt: Math.ceil(toSeconds(secondsAfter(at, ACTIVITY_SECONDS))),
          },
        },
      };
    },

    /** That a session was ended, and why. */
    ended: (session: Ended, by: Reason, at: Date): Write =>
      store.record({ userId: session.userId, at, kind: 'ended', ...browserOf(session), by }),

    /** One entry, by the keys of its row. */
    async get(key: Key): Promise<(Activity & { id: ActivityId }) | undefined> {
      const item = await db.get({ TableName: table(), Key: key });
      return item && fromItem(item);
    },

    /** A user's entries that are older than `before`, newest first. */
    async ofUser(
      userId: UserId,
      { before, limit, now }: { before?: ActivityId; limit: number; now: Date },
    ): Promise<ActivityPage> {
      const { items } = await db.query({
        TableName: table(),
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :activity)',
        ExpressionAttributeValues: { ':pk': userId, ':activity': ACTIVITY },
        ...(before === undefined ? {} : { ExclusiveStartKey: keyOf(userId, before) }),
        ScanIndexForward: false,
        Limit: limit + 1,
      });
      // TTL sweeps within days, not seconds.
      const kept = items.map(fromItem).filter(({ at }) => secondsBetween(at, now) < ACTIVITY_SECONDS);
      const entries = kept.slice(0, limit);
      return { entries, next: kept.length > limit ? (entries.at(-1)?.id ?? null) : null };
    },
  };
  return store;
}

function fromItem({
  pk,
  sk,
  at,
  notifies: _,
  expiresAt: __,
  ...fields
}: Item): Activity & { id: ActivityId } {
  return {
    ...fields,
    id: String(sk).slice(ACTIVITY.length),
    userId: pk,
    at: fromSeconds(at as number),
  } as Activity & { id: ActivityId };
}
