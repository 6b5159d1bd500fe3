import type { DeviceShape } from '../shapes.ts';
import { type Device, deviceIdOf } from './device.ts';

export function deviceShape(device: Device, current: Device | undefined): DeviceShape {
  return {
    id: deviceIdOf(device),
    name: device.name,
    createdAt: device.createdAt.toISOString(),
    lastUsedAt: device.lastUsedAt.toISOString(),
    current: device.credentialId === current?.credentialId,
    rings: device.push !== undefined,
  };
}
