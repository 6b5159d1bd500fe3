import { deviceResumeOptionsCall } from '../shared/api/devices.ts';
import { type Database, database } from '../shared/database.ts';
import { CHALLENGE_SECONDS, newNonce } from '../shared/devices/challenge.ts';
import { challengeStore } from '../shared/devices/challenge-store.ts';
import { requestOptions } from '../shared/devices/webauthn-options.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { secondsAfter } from '../shared/seconds.ts';

/** What a phone is to sign that has lost its cookie. Nobody knows yet whose it is: it shows what passkeys it has. */
export const deviceResumeOptions = (db: Database, challenges = challengeStore(db), limits = limitStore(db)) =>
  endpoint(deviceResumeOptionsCall, async ({ viewer, now }) => {
    await limits.count(LIMITS.resumesPerAddress, viewer.ip, now);
    const value = newNonce();
    await db.write(
      challenges.issue({ purpose: 'resume', value, endsAt: secondsAfter(now, CHALLENGE_SECONDS) }),
    );
    return { status: 200, body: { publicKey: requestOptions(undefined, value) } };
  });

export const handler = serve(deviceResumeOptions(database()));
