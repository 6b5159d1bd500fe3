import type { DeviceResponse } from '../responses.ts';
import { type Device, deviceIdOf } from './device.ts';

export function deviceResponse(device: Device, current: Device | undefined): DeviceResponse {
  return {
    id: deviceIdOf(device),
    name: device.name,
    createdAt: device.createdAt.toISOString(),
    lastUsedAt: device.lastUsedAt.toISOString(),
    current: device.credentialId === current?.credentialId,
    rings: device.push !== undefined,
  };
}
