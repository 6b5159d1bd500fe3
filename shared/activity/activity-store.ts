/** Activity in DynamoDB (design §3): `pk = userId, sk = activity#<time>#<random>` in the Sessions table. */
import { randomBytes } from 'node:crypto';
import type { Database, Write } from '../database.ts';
import { secondsAfter, toSeconds } from '../seconds.ts';
import { ACTIVITY_SECONDS, type Activity, tellsPhones } from './activity.ts';

const ACTIVITY = 'activity#';

export function activityStore(db: Database) {
  const table = () => db.tableName('Sessions');

  return {
    /** One more entry: belongs into the transaction that does what it tells of. */
    note(activity: Activity): Write {
      const { userId, at, ...told } = activity;
      return {
        Put: {
          TableName: table(),
          Item: {
            pk: userId,
            // Sorts by time; two of one moment are told apart by chance.
            sk: `${ACTIVITY}${at.toISOString()}#${randomBytes(6).toString('base64url')}`,
            ...told,
            at: toSeconds(at),
            ...(tellsPhones(activity) ? { tells: true } : {}),
            expiresAt: Math.ceil(toSeconds(secondsAfter(at, ACTIVITY_SECONDS))),
          },
        },
      };
    },
  };
}
