/**
 * Devices in DynamoDB (DESIGN.md §3): `pk = userId, sk = device#<credentialId>`. Only read here, because every function
 * that asks who calls carries this file; `device-changes-store.ts` and `wrong-number-store.ts` change them.
 */
import type { Database, Item, Key } from '../database.ts';
import type { UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import { credentialKeyOf, type Device } from './device.ts';

const DEVICE = 'device#';

export const deviceKey = ({ userId, credentialId }: Pick<Device, 'userId' | 'credentialId'>): Key => ({
  pk: userId,
  sk: DEVICE + credentialKeyOf(credentialId),
});

export function deviceStore(db: Database) {
  const table = () => db.tableName('Users');

  return {
    /** @param credentialId of the phone, or what names it in keys */
    async get(userId: UserId, credentialId: string): Promise<Device | undefined> {
      const item = await db.get({ TableName: table(), Key: deviceKey({ userId, credentialId }) });
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
  };
}

export type DeviceStore = ReturnType<typeof deviceStore>;

export function deviceItem({
  userId,
  credentialId,
  createdAt,
  lastUsedAt,
  wrongNumberAt,
  ...device
}: Device): Item {
  return {
    ...deviceKey({ userId, credentialId }),
    // The key has it, if it has room for it.
    ...(credentialKeyOf(credentialId) === credentialId ? {} : { credentialId }),
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
    credentialId: device.credentialId ?? String(sk).slice(DEVICE.length),
    createdAt: fromSeconds(createdAt as number),
    lastUsedAt: fromSeconds(lastUsedAt as number),
    ...(wrongNumberAt === undefined ? {} : { wrongNumberAt: fromSeconds(wrongNumberAt as number) }),
  } as Device;
}
