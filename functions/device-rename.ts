import { deviceRenameCall } from '../shared/api/devices.ts';
import { type Database, database } from '../shared/database.ts';
import { deviceChangesStore } from '../shared/devices/device-changes-store.ts';
import { deviceResponse } from '../shared/devices/device-response.ts';
import { deviceStore } from '../shared/devices/device-store.ts';
import { namedDevice } from '../shared/devices/named-device.ts';
import { phoneOf, userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';

/** Gives one of the caller's phones another name. */
export const deviceRename = (db: Database, devices = deviceStore(db), changes = deviceChangesStore(db)) =>
  endpoint(deviceRenameCall, async ({ body: { name }, params, caller }) => {
    const device = await namedDevice(devices, userIdOf(caller), params.deviceId);
    await db.update(changes.rename(device, name));
    return { status: 200, body: { device: deviceResponse({ ...device, name }, phoneOf(caller)) } };
  });

export const handler = serve(deviceRename(database()));
