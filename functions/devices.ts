import { devicesCall } from '../shared/api/devices.ts';
import { type Database, database } from '../shared/database.ts';
import { deviceResponse } from '../shared/devices/device-response.ts';
import { deviceStore } from '../shared/devices/device-store.ts';
import { phoneOf, userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { userStore } from '../shared/users/user-store.ts';

/** Lists the caller's phones, oldest first. */
export const devices = (db: Database, devices = deviceStore(db), users = userStore(db)) =>
  endpoint(devicesCall, async ({ caller }) => {
    const userId = userIdOf(caller);
    const [all, user] = await Promise.all([
      devices.ofUser(userId),
      caller.kind === 'phone' ? caller.user : users.get(userId),
    ]);
    const items = all
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
      .map((device) => deviceResponse(device, phoneOf(caller)));
    // Links count as well.
    const isOnly = all.length === 1 && user?.credentialCount === 1;
    return { status: 200, body: { items, next: null, ...(isOnly ? { onlyWayIn: true } : {}) } };
  });

export const handler = serve(devices(database()));
