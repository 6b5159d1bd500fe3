import { deviceCurrentCall } from '../shared/api/devices.ts';
import { type Database, database } from '../shared/database.ts';
import { deviceResponse } from '../shared/devices/device-response.ts';
import { NodError } from '../shared/errors.ts';
import { enrolledPhone } from '../shared/http/auth.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';

/** The phone that asks, and, for its badge, how many wait for it. */
export const deviceCurrent = (db: Database, lists = sessionListStore(db)) =>
  endpoint(deviceCurrentCall, async (request) => {
    try {
      const { device } = await enrolledPhone(request, db);
      const ringing =
        request.query.waiting === undefined ? undefined : await lists.ringing(device.userId, request.now);
      const waiting = ringing === undefined ? {} : { waiting: ringing.length };
      return {
        status: 200,
        body: { status: 'enrolled', device: deviceResponse(device, device), ...waiting },
      };
    } catch (error) {
      // A cookie that names a phone and has another's secret stays a refusal: somebody may be trying it out.
      const isNone =
        error instanceof NodError && error.code === 'not_a_phone' && error.details.about === undefined;
      if (isNone) return NONE;
      throw error;
    }
  });

const NONE = { status: 200, body: { status: 'none' } } as const;

export const handler = serve(deviceCurrent(database()));
