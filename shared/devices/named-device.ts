import { NodError } from '../errors.ts';
import type { DeviceId, UserId } from '../ids.ts';
import { credentialKeyIn, type Device } from './device.ts';
import type { DeviceStore } from './device-store.ts';

/** The phone of a user's that a path names. @throws {NodError} `not_found` */
export async function namedDevice(devices: DeviceStore, userId: UserId, deviceId: DeviceId): Promise<Device> {
  const device = await devices.get(userId, credentialKeyIn(deviceId));
  if (device === undefined)
    throw new NodError('not_found', 'There is no such phone.', { params: { what: 'phone' } });
  return device;
}
