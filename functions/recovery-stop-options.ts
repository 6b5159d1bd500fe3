import { recoveryStopOptionsCall } from '../shared/api/recovery.ts';
import { type Database, database } from '../shared/database.ts';
import { CHALLENGE_SECONDS, newNonce } from '../shared/devices/challenge.ts';
import { challengeStore } from '../shared/devices/challenge-store.ts';
import { deviceIdOf } from '../shared/devices/device.ts';
import { requestOptions } from '../shared/devices/webauthn-options.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { deny } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';

/** What this phone signs to stop one recovery. */
export const recoveryStopOptions = (
  db: Database,
  sessions = sessionStore(db),
  challenges = challengeStore(db),
) =>
  endpoint(recoveryStopOptionsCall, async ({ params: { sessionId }, caller: { user, device }, now }) => {
    const session = await sessions.get(user.id, sessionId);
    if (session?.purpose !== 'recovery')
      throw new NodError('not_found', 'There is no such recovery.', { params: { what: 'recovery' } });
    // Nobody is asked for a finger where there is nothing to stop any more.
    deny(session, true, now);
    const value = newNonce();
    await db.write(
      challenges.issue({
        purpose: 'stop-recovery',
        value,
        userId: user.id,
        sessionId,
        deviceId: deviceIdOf(device),
        endsAt: secondsAfter(now, CHALLENGE_SECONDS),
      }),
    );
    return { status: 200, body: { publicKey: requestOptions(device, value) } };
  });

export const handler = serve(recoveryStopOptions(database()));
