/** Push subscriptions in DynamoDB: the attribute `push` of a device's row, and gone with it. */
import type { Database, UpdateWrite } from '../database.ts';
import type { Device, PushSubscription } from '../devices/device.ts';
import { deviceKey } from '../devices/device-store.ts';

export function pushStore(db: Database) {
  const row = (device: Pick<Device, 'userId' | 'credentialId'>) => ({
    TableName: db.tableName('Users'),
    Key: deviceKey(device),
  });

  return {
    /** From now on the phone is rung there, and nowhere else; refused if it was removed. */
    subscribe: (device: Device, push: PushSubscription): UpdateWrite => ({
      Update: {
        ...row(device),
        UpdateExpression: 'SET push = :push',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':push': push },
      },
    }),

    unsubscribe: (device: Device): UpdateWrite => ({
      Update: {
        ...row(device),
        UpdateExpression: 'REMOVE push',
        ConditionExpression: 'attribute_exists(pk)',
      },
    }),

    /** Forgets a subscription that the push service calls gone; refused if the phone has another one by now. */
    forget: (
      device: Pick<Device, 'userId' | 'credentialId'>,
      { endpoint }: PushSubscription,
    ): UpdateWrite => ({
      Update: {
        ...row(device),
        UpdateExpression: 'REMOVE push',
        ConditionExpression: 'push.endpoint = :endpoint',
        ExpressionAttributeValues: { ':endpoint': endpoint },
      },
    }),
  };
}
