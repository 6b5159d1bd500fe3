/** Wrong numbers in a row, counted on the phone's row (DESIGN.md §6.6). */
import type { Database, UpdateWrite, Write } from '../database.ts';
import { env } from '../env.ts';
import { WRONG_NUMBERS } from '../limits/limits.ts';
import { secondsAfter, toSeconds } from '../seconds.ts';
import type { Device } from './device.ts';
import { deviceKey } from './device-store.ts';

export function wrongNumberStore(db: Database) {
  const table = () => db.tableName('Users');

  return {
    /**
     * Counts a number as wrong before it is looked up, so that no burst of guesses slips by; a right one
     * takes the count back with {@link clear}. Refused while the phone is locked.
     */
    count(device: Device, now: Date): UpdateWrite {
      const unlocksAt =
        device.wrongNumberAt && secondsAfter(device.wrongNumberAt, WRONG_NUMBERS.lockedSeconds);
      const startsAnew = unlocksAt !== undefined && unlocksAt <= now;
      return {
        Update: {
          TableName: table(),
          Key: deviceKey(device),
          UpdateExpression: startsAnew
            ? 'SET wrongNumbers = :one, wrongNumberAt = :now'
            : 'SET wrongNumberAt = :now ADD wrongNumbers :one',
          ConditionExpression: startsAnew
            ? 'wrongNumberAt = :seen'
            : 'attribute_exists(pk) AND wrongNumbers < :most',
          ExpressionAttributeValues: {
            ':one': 1,
            ':now': toSeconds(now),
            ...(startsAnew
              ? { ':seen': device.wrongNumberAt && toSeconds(device.wrongNumberAt) }
              : { ':most': WRONG_NUMBERS.most * env.limitsScale }),
          },
        },
      };
    },

    clear(device: Device): Write {
      return {
        Update: {
          TableName: table(),
          Key: deviceKey(device),
          UpdateExpression: 'SET wrongNumbers = :none REMOVE wrongNumberAt',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':none': 0 },
        },
      };
    },
  };
}
