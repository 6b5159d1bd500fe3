/** Push subscriptions in DynamoDB: the attribute `push` of a device's row, and gone with it. */
import type { Database, UpdateWrite } from '../database.ts';
import type { Device, PushSubscription } from '../devices/device.ts';
import { deviceKey } from '../devices/device-store.ts';
import type { Language } from '../languages.ts';

export function pushStore(db: Database) {
  const row = (device: Pick<Device, 'userId' | 'credentialId'>) => ({
    TableName: db.tableName('Users'),
    Key: deviceKey(device),
  });

  return {
    /**
     * From now on the phone is rung there, and nowhere else; refused if it was removed.
     * @param language what it is told in from now on; without one, what stands stays
     */
    subscribe: (device: Device, push: PushSubscription, language?: Language): UpdateWrite => ({
      Update: {
        ...row(device),
        ConditionExpression: 'attribute_exists(pk)',
        ...(language === undefined
          ? {
              UpdateExpression: 'SET push = :push',
              ExpressionAttributeValues: { ':push': push },
            }
          : {
              UpdateExpression: 'SET push = :push, #language = :language',
              ExpressionAttributeNames: { '#language': 'language' },
              ExpressionAttributeValues: { ':push': push, ':language': language },
            }),
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
