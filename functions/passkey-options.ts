import { passkeyOptionsCall } from '../shared/api/signin.ts';
import { type Database, database } from '../shared/database.ts';
import { CHALLENGE_SECONDS, newNonce } from '../shared/devices/challenge.ts';
import { challengeStore } from '../shared/devices/challenge-store.ts';
import { requestOptions } from '../shared/devices/webauthn-options.ts';
import { beginFlow } from '../shared/http/flow-cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { newSessionId } from '../shared/ids.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { digest, newSecret } from '../shared/secrets.ts';

/**
 * What a passkey on this computer is to sign. Nobody knows yet whose it is, so what waits is the challenge, bound to
 * this browser by a cookie of its own: nothing is taken from a sign-in that waits in another tab.
 */
export const passkeyOptions = (db: Database, challenges = challengeStore(db), limits = limitStore(db)) =>
  endpoint(passkeyOptionsCall, async ({ cookies, viewer, now }) => {
    await limits.count(LIMITS.passkeysPerAddress, viewer.ip, now);
    const [value, sessionId, secret] = [newNonce(), newSessionId(), newSecret()];
    await db.write(
      challenges.issue({
        purpose: 'passkey',
        value,
        sessionId,
        secretHash: digest(secret),
        endsAt: secondsAfter(now, CHALLENGE_SECONDS),
      }),
    );
    const begun = { id: sessionId, secret, lasts: CHALLENGE_SECONDS };
    return {
      status: 200,
      body: { publicKey: requestOptions(undefined, value) },
      cookies: beginFlow('passkey', begun, cookies, now),
    };
  });

export const handler = serve(passkeyOptions(database()));
