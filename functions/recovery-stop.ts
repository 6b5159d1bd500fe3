import { recoveryStopCall } from '../shared/api/recovery.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { challengeNamedBy } from '../shared/devices/challenge.ts';
import { challengeStore } from '../shared/devices/challenge-store.ts';
import { deviceIdOf } from '../shared/devices/device.ts';
import { verifyAssertion } from '../shared/devices/webauthn.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { stopping } from '../shared/recovery/stopping.ts';

/**
 * Stops a recovery that waits. Unlike a no to a sign-in it is signed: it takes the code away, and who has found the phone
 * unlocked must not take the owner's way back.
 */
export const recoveryStop = (db: Database, challenges = challengeStore(db), stop = stopping(db)) =>
  endpoint(
    recoveryStopCall,
    async ({ params: { sessionId }, body: { assertion }, caller: { user, device }, now }) => {
      const challenge = await challenges.spend(user.id, challengeNamedBy(assertion), now);
      const isForThis =
        challenge.purpose === 'stop-recovery' &&
        challenge.sessionId === sessionId &&
        challenge.deviceId === deviceIdOf(device);
      if (!isForThis)
        throw new NodError('assertion_refused', 'This confirmation is for something else.', {
          params: { what: 'signature' },
        });
      const { counter } = await verifyAssertion(assertion, challenge.value, device);
      await stop(device, sessionId, counter, now);
      return { status: 200, body: { status: 'stopped' } };
    },
  );

await prime('Sessions');

export const handler = serve(recoveryStop(database()));
