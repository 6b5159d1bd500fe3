/** What changes a device's row, `pk = userId, sk = device#<credentialId>`. */
import type { Database, UpdateWrite, Write } from '../database.ts';
import { toSeconds } from '../seconds.ts';
import { removedMethodStore } from '../sessions/removed-method-store.ts';
import { type Device, deviceIdOf } from './device.ts';
import { deviceItem, deviceKey } from './device-store.ts';

export function deviceChangesStore(db: Database, removed = removedMethodStore(db)) {
  const table = () => db.tableName('Users');

  return {
    enrol(device: Device): Write {
      return {
        Put: {
          TableName: table(),
          Item: deviceItem(device),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
    },

    /** A new cookie in place of the phone's, whose holder has lost it; refused if it was removed or just got another. */
    renewSecret(device: Device, secretHash: string): Write {
      return {
        Update: {
          TableName: table(),
          Key: deviceKey(device),
          UpdateExpression: 'SET secretHash = :secretHash',
          ConditionExpression: 'secretHash = :seen',
          ExpressionAttributeValues: { ':secretHash': secretHash, ':seen': device.secretHash },
        },
      };
    },

    rename(device: Device, name: string): UpdateWrite {
      return {
        Update: {
          TableName: table(),
          Key: deviceKey(device),
          UpdateExpression: 'SET #name = :name',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#name': 'name' },
          ExpressionAttributeValues: { ':name': name },
        },
      };
    },

    /**
     * Refused, by the first write, if the phone is gone, has said yes to anything since `device` was read, or is told
     * things elsewhere by now: what tells it that it was removed goes to where it is.
     */
    remove: ({ push, ...device }: Device, now: Date): Write[] => [
      {
        Delete: {
          TableName: table(),
          Key: deviceKey(device),
          ConditionExpression: `lastUsedAt = :lastUsedAt AND ${push === undefined ? 'attribute_not_exists(push)' : 'push.endpoint = :endpoint'}`,
          ExpressionAttributeValues: {
            ':lastUsedAt': toSeconds(device.lastUsedAt),
            ...(push === undefined ? {} : { ':endpoint': push.endpoint }),
          },
        },
      },
      removed.note(device.userId, deviceIdOf(device), device, now),
    ],

    /**
     * Notes a verified assertion. Refused if the phone was removed, or if its counter has meanwhile reached
     * the new one: two assertions with one counter mean a copied key (WebAuthn Level 3 §6.1.1). A counter
     * that still stands at 0 says nothing: most phones keep none.
     *
     * `secretHash`: of the new cookie of a phone that has lost its own.
     */
    noteAssertion(device: Device, counter: number, now: Date, secretHash?: string): Write {
      return {
        Update: {
          TableName: table(),
          Key: deviceKey(device),
          UpdateExpression: `SET #counter = :counter, lastUsedAt = :now${secretHash === undefined ? '' : ', secretHash = :secretHash'}`,
          ConditionExpression: 'attribute_exists(pk) AND (#counter < :counter OR #counter = :none)',
          ExpressionAttributeNames: { '#counter': 'counter' },
          ExpressionAttributeValues: {
            ':counter': counter,
            ':none': 0,
            ':now': toSeconds(now),
            ...(secretHash === undefined ? {} : { ':secretHash': secretHash }),
          },
        },
      };
    },
  };
}
