/** Devices in DynamoDB (design §3): `pk = userId, sk = device#<credentialId>`. */
import type { Database, Item, UpdateWrite, Write } from '../database.ts';
import { env } from '../env.ts';
import type { UserId } from '../ids.ts';
import { WRONG_NUMBERS } from '../limits/limits.ts';
import { fromSeconds, secondsAfter, toSeconds } from '../seconds.ts';
import type { Device } from './device.ts';

const DEVICE = 'device#';

export function deviceStore(db: Database) {
  const table = () => db.tableName('Users');
  const keyOf = ({ userId, credentialId }: Pick<Device, 'userId' | 'credentialId'>) => ({
    pk: userId,
    sk: DEVICE + credentialId,
  });

  return {
    async get(userId: UserId, credentialId: string): Promise<Device | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf({ userId, credentialId }) });
      return item && fromItem(item);
    },

    async ofUser(userId: UserId): Promise<Device[]> {
      const items = await db.queryAll({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :device)',
        ExpressionAttributeValues: { ':pk': userId, ':device': DEVICE },
      });
      return items.map(fromItem);
    },

    enrol(device: Device): Write {
      return {
        Put: {
          TableName: table(),
          Item: toItem(device),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
    },

    /**
     * Notes a verified assertion. Refused if the phone was removed, or if its counter has meanwhile reached
     * the new one: two assertions with one counter mean a copied key (WebAuthn Level 3 §6.1.1). A counter
     * that still stands at 0 says nothing: most phones keep none.
     */
    noteAssertion(device: Device, counter: number, now: Date): Write {
      return {
        Update: {
          TableName: table(),
          Key: keyOf(device),
          UpdateExpression: 'SET #counter = :counter, lastUsedAt = :now',
          ConditionExpression: 'attribute_exists(pk) AND (#counter < :counter OR #counter = :none)',
          ExpressionAttributeNames: { '#counter': 'counter' },
          ExpressionAttributeValues: { ':counter': counter, ':none': 0, ':now': toSeconds(now) },
        },
      };
    },

    /**
     * Counts a number as wrong before it is looked up, so that no burst of guesses slips by; a right one
     * takes the count back with {@link clearWrongNumbers}. Refused while the phone is locked.
     */
    countWrongNumber(device: Device, now: Date): UpdateWrite {
      const unlocksAt =
        device.wrongNumberAt && secondsAfter(device.wrongNumberAt, WRONG_NUMBERS.lockedSeconds);
      const startsAnew = unlocksAt !== undefined && unlocksAt <= now;
      return {
        Update: {
          TableName: table(),
          Key: keyOf(device),
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

    clearWrongNumbers(device: Device): Write {
      return {
        Update: {
          TableName: table(),
          Key: keyOf(device),
          UpdateExpression: 'SET wrongNumbers = :none REMOVE wrongNumberAt',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':none': 0 },
        },
      };
    },
  };
}

function toItem({ userId, credentialId, createdAt, lastUsedAt, wrongNumberAt, ...device }: Device): Item {
  return {
    pk: userId,
    sk: DEVICE + credentialId,
    ...device,
    createdAt: toSeconds(createdAt),
    lastUsedAt: toSeconds(lastUsedAt),
    wrongNumberAt: wrongNumberAt && toSeconds(wrongNumberAt),
  };
}

function fromItem({ pk, sk, createdAt, lastUsedAt, wrongNumberAt, ...device }: Item): Device {
  return {
    ...device,
    userId: pk,
    credentialId: String(sk).slice(DEVICE.length),
    createdAt: fromSeconds(createdAt as number),
    lastUsedAt: fromSeconds(lastUsedAt as number),
    ...(wrongNumberAt === undefined ? {} : { wrongNumberAt: fromSeconds(wrongNumberAt as number) }),
  } as Device;
}
