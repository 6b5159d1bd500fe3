import { deviceResumeCall } from '../shared/api/devices.ts';
import { type Database, database } from '../shared/database.ts';
import { deviceChangesStore } from '../shared/devices/device-changes-store.ts';
import { deviceResponse } from '../shared/devices/device-response.ts';
import { passkey } from '../shared/devices/passkey.ts';
import { deviceCookie } from '../shared/http/cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { digest, newSecret } from '../shared/secrets.ts';

/** A new cookie for a phone that still has its passkey; the old one, wherever it is, is worth nothing from now on. */
export const deviceResume = (db: Database, changes = deviceChangesStore(db), identify = passkey(db)) =>
  endpoint(deviceResumeCall, async ({ body: { assertion }, now }) => {
    const { user, device, counter } = await identify(assertion, 'resume', now);
    const secret = newSecret();
    await db.write(changes.noteAssertion(device, counter, now, digest(secret)));
    return {
      status: 200,
      body: { device: deviceResponse({ ...device, lastUsedAt: now }, device), username: user.username },
      cookies: [deviceCookie(device, secret)],
    };
  });

export const handler = serve(deviceResume(database()));
