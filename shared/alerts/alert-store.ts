/**
 * Alerts in DynamoDB (DESIGN.md §3). What somebody has asked for is an attribute of their own row. What waits to be told is in
 * the Sessions table: the latest of each thread and each conversation, `pk = userId, sk = alert#<first post, or user>`, so
 * that a flood in one of them is one row; and that a post or a message was noted at all, `sk = alerted#<its id>`, by which a
 * record of the stream that comes twice is told once. Whose turn it is stands in `alerts-due` (`push/turn-store.ts`).
 */
import type { Database, DeleteWrite, Item, Key, PutWrite, Write } from '../database.ts';
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
  const keyOf = ({ userId, group }: Alert): Key => ({ pk: userId, sk: ALERT + group });
  const rowOf = ({ userId: _, group: __, ...alert }: Alert) => alert;
  const latest = (alert: Alert, now: Date): PutWrite => ({
    Put: {
      TableName: table(),
      Item: { ...keyOf(alert), ...rowOf(alert), expiresAt: ttlAt(now) },
      ConditionExpression: 'attribute_not_exists(pk) OR id < :id',
      ExpressionAttributeValues: { ':id': alert.id },
    },
  });
  const noted = ({ userId, id }: Alert, now: Date): PutWrite => ({
    Put: {
      TableName: table(),
      Item: { pk: userId, sk: ALERTED + id, expiresAt: ttlAt(secondsAfter(now, KNOWN_SECONDS)) },
    },
  });

  /** The groups of a kind that wait, by their keys. */
  async function groupsOf(userId: UserId, kind: 'usr_' | 'pst_', most: number): Promise<Alert[]> {
    const { items } = await db.query({
      TableName: table(),
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :alert)',
      ExpressionAttributeValues: { ':pk': userId, ':alert': ALERT + kind },
      Limit: most,
    });
    return items.map(fromItem);
  }

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

    /**
     * Keeps an alert until it is told, in the place of what waits of its group. Refused in its first write if it was noted
     * before, told since or not; and only in its second one if a later one of the group waits.
     */
    keep: (alert: Alert, now: Date): Write[] => [
      { Put: { ...noted(alert, now).Put, ConditionExpression: 'attribute_not_exists(pk)' } },
      latest(alert, now),
    ],

    /** Notes one that a later one of its group stands for, so that it does not come back once that one is told. */
    noted,

    /** Keeps one that was told to some phones, for those that have not taken it; refused if a later one waits. */
    keepFailed: (alert: Alert, failed: string[], now: Date): PutWrite => latest({ ...alert, failed }, now),

    /** What waits for a user's phones: so many conversations and so many threads, neither of which comes before the other. */
    async ofUser(userId: UserId, most: number): Promise<Alert[]> {
      const [chats, threads] = await Promise.all([
        groupsOf(userId, 'usr_', most),
        groupsOf(userId, 'pst_', most),
      ]);
      return [...chats, ...threads];
    },

    /** Has it to oneself, and tells it or not; of two that want it one is refused, as where a later one has its place. */
    take: (alert: Alert): DeleteWrite => ({
      Delete: {
        TableName: table(),
        Key: keyOf(alert),
        ConditionExpression: 'id = :id',
        ExpressionAttributeValues: { ':id': alert.id },
      },
    }),
  };
}

function fromItem({ pk, sk, expiresAt: _, ...alert }: Item): Alert {
  return { ...alert, userId: pk, group: String(sk).slice(ALERT.length) } as Alert;
}
