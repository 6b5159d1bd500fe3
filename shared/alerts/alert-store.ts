/**
 * Alerts in DynamoDB (DESIGN.md §3). What somebody has asked for is an attribute of their own row. What waits to be told is in
 * the Sessions table: `pk = userId, sk = alert#<id of the post or message>`; and that it was noted at all, `sk =
 * alerted#<id>`, by which a record of the stream that comes twice is told once. Whose turn it is stands in `alerts-due`
 * (`push/turn-store.ts`).
 */
import type { Database, Item, Key, PutWrite, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { secondsAfter, ttlAt } from '../seconds.ts';
import type { User } from '../users/user.ts';
import { userKey } from '../users/user-store.ts';
import type { Alert, AlertKind } from './alert.ts';

const ALERT = 'alert#';
const ALERTED = 'alerted#';

/** Longer than the stream tells of something, and than something is news. */
const KNOWN_SECONDS = 2 * 24 * 60 * 60;

export const ALERTS_DUE = 'alerts-due';

export function alertStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = ({ userId, id }: Alert): Key => ({ pk: userId, sk: ALERT + id });
  const rowOf = ({ userId: _, id: __, ...alert }: Alert) => alert;

  return {
    /** Has a user's phones told of these kinds from now on; refused if the user has chosen something else meanwhile. */
    choose: ({ id, alerts }: User, next: readonly AlertKind[]): Write => ({
      Update: {
        TableName: db.tableName('Users'),
        Key: userKey(id),
        UpdateExpression: 'SET alerts = :next',
        ConditionExpression:
          alerts === undefined ? 'attribute_exists(pk) AND attribute_not_exists(alerts)' : 'alerts = :seen',
        ExpressionAttributeValues: {
          ':next': next,
          ...(alerts === undefined ? {} : { ':seen': alerts }),
        },
      },
    }),

    /** Keeps an alert until it is told. Refused if it was kept before, told since or not. */
    keep: (alert: Alert, now: Date): Write[] => [
      {
        Put: {
          TableName: table(),
          Item: {
            pk: alert.userId,
            sk: ALERTED + alert.id,
            expiresAt: ttlAt(secondsAfter(now, KNOWN_SECONDS)),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      { Put: { TableName: table(), Item: { ...keyOf(alert), ...rowOf(alert), expiresAt: ttlAt(now) } } },
    ],

    /** The same of one that was told to some phones, for those that have not taken it. */
    keepFailed: (alert: Alert, failed: string[], now: Date): PutWrite => ({
      Put: {
        TableName: table(),
        Item: { ...keyOf(alert), ...rowOf(alert), failed, expiresAt: ttlAt(now) },
      },
    }),

    /** So many of what waits for a user's phones, the oldest of each kind first. */
    async ofUser(userId: UserId, limit: number): Promise<Alert[]> {
      const { items } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :alert)',
        ExpressionAttributeValues: { ':pk': userId, ':alert': ALERT },
        Limit: limit,
      });
      return items.map(fromItem);
    },

    /** Has it to oneself, and tells it or not; of two that want it one is refused. */
    take: (alert: Alert): Write => ({
      Delete: { TableName: table(), Key: keyOf(alert), ConditionExpression: 'attribute_exists(pk)' },
    }),
  };
}

function fromItem({ pk, sk, expiresAt: _, ...alert }: Item): Alert {
  return { ...alert, userId: pk, id: String(sk).slice(ALERT.length) } as Alert;
}
