import { devicesCall } from '../shared/api/devices.ts';
import { type Database, database } from '../shared/database.ts';
import { deviceResponse } from '../shared/devices/device-response.ts';
import { deviceStore } from '../shared/devices/device-store.ts';
import { phoneOf, userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';

/** Lists the caller's phones, oldest first. */
export const devices = (db: Database, devices = deviceStore(db)) =>
  endpoint(devicesCall, async ({ caller }) => {
    const userId = userIdOf(caller);
    const all = await devices.ofUser(userId);
    const items = all
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
      .map((device) => deviceResponse(device, phoneOf(caller)));
    return { status: 200, body: { items, next: null } };
  });

export const handler = serve(devices(database()));
