/**
 * Whom somebody has stopped following while what these wrote still stands in their timeline (DESIGN.md §3): a set in their
 * `hides`, by which home leaves it out at once.
 */
import type { Database, UpdateWrite, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { hidesKey } from './hides-store.ts';

/** As many as the row has room for; beyond that their posts go as soon as the copies do, and no sooner. */
const MOST = 1000;

export function unfollowedStore(db: Database) {
  const rowOf = (userId: UserId) => ({ TableName: db.tableName('Posts'), Key: hidesKey(userId) });

  return {
    /** Refused if there are too many of them. */
    add: (userId: UserId, other: UserId): UpdateWrite => ({
      Update: {
        ...rowOf(userId),
        UpdateExpression: 'ADD unfollowed :others',
        ConditionExpression: 'attribute_not_exists(unfollowed) OR size(unfollowed) < :most',
        ExpressionAttributeValues: { ':others': new Set([other]), ':most': MOST },
      },
    }),

    /** They are followed again; refused if neither of the two is to see the other. */
    takeBack: (userId: UserId, other: UserId): Write => ({
      Update: {
        ...rowOf(userId),
        UpdateExpression: 'DELETE unfollowed :others',
        ConditionExpression: 'NOT contains(blocked, :other) AND NOT contains(blockedBy, :other)',
        ExpressionAttributeValues: { ':others': new Set([other]), ':other': other },
      },
    }),

    /** Nothing of theirs stands in the timeline any more. */
    forget: (userId: UserId, other: UserId): Write => ({
      Update: {
        ...rowOf(userId),
        UpdateExpression: 'DELETE unfollowed :others',
        ExpressionAttributeValues: { ':others': new Set([other]) },
      },
    }),
  };
}
