import { deviceCurrentCall } from '../shared/api/devices.ts';
import { type Database, database } from '../shared/database.ts';
import { deviceResponse } from '../shared/devices/device-response.ts';
import { env } from '../shared/env.ts';
import { NodError } from '../shared/errors.ts';
import { enrolledPhone } from '../shared/http/auth.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';

/** The phone that asks, and, if that is wanted, how many wait for it and whether it can be removed. */
export const deviceCurrent = (db: Database, lists = sessionListStore(db)) =>
  endpoint(deviceCurrentCall, async (request) => {
    try {
      const { user, device } = await enrolledPhone(request, db);
      const enrolled = {
        status: 'enrolled',
        device: deviceResponse(device, device),
        ...(env.hasBell ? { bell: true as const } : {}),
      } as const;
      if (request.query.details === undefined) return { status: 200, body: enrolled };
      const ringing = await lists.ringing(user.id, request.now);
      const details = { waiting: ringing.length, onlyWayIn: user.credentialCount === 1 };
      return { status: 200, body: { ...enrolled, ...details } };
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
