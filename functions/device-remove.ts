import { deviceRemoveCall } from '../shared/api/devices.ts';
import { type Database, database } from '../shared/database.ts';
import { credentialKeyOf, type Device } from '../shared/devices/device.ts';
import { deviceStore } from '../shared/devices/device-store.ts';
import { namedDevice } from '../shared/devices/named-device.ts';
import { removal } from '../shared/devices/removal.ts';
import { NodError } from '../shared/errors.ts';
import { clearCookie, DEVICE_COOKIE, parseDeviceToken } from '../shared/http/cookies.ts';
import {
  type Cookies,
  type PhoneCaller,
  phoneOf,
  type UserCaller,
  userIdOf,
} from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import type { Session } from '../shared/sessions/session.ts';

/**
 * Removes a phone: a phone removes itself, and a browser any phone of its user's. `?sessions=end` also ends what the
 * phone has let in.
 */
export const deviceRemove = (db: Database, devices = deviceStore(db), remove = removal(db)) =>
  endpoint(deviceRemoveCall, async ({ caller, params, query, cookies, now }) => {
    const device = await namedDevice(devices, userIdOf(caller), params.deviceId);
    const phone = phoneOf(caller);
    if (phone !== undefined && phone.credentialId !== device.credentialId) {
      throw new NodError(
        'reauth_required',
        'Another phone is removed in a browser, after confirming that it is you.',
      );
    }
    const asking = caller.kind === 'user' ? caller.session : undefined;
    const ended = await remove(device, { asking, endsSessions: query.sessions === 'end' }, now);
    return {
      status: 200,
      body: { status: 'removed', ended: ended.length, ...(isAmong(ended, caller) ? { current: true } : {}) },
      ...(isThis(device, cookies) ? { cookies: [clearCookie(DEVICE_COOKIE)] } : {}),
    };
  });

/** Whether the phone is the browser that calls. */
function isThis({ userId, credentialId }: Device, cookies: Cookies): boolean {
  const token = parseDeviceToken(cookies[DEVICE_COOKIE]);
  return token?.userId === userId && token.credentialKey === credentialKeyOf(credentialId);
}

function isAmong(ended: readonly Pick<Session, 'id'>[], caller: UserCaller | PhoneCaller): boolean {
  return caller.kind === 'user' && ended.some(({ id }) => id === caller.session.id);
}

export const handler = serve(deviceRemove(database()));
