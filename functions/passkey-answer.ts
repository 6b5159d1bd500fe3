import { browserOf } from '../shared/activity/activity.ts';
import { activityStore } from '../shared/activity/activity-store.ts';
import { passkeyAnswerCall } from '../shared/api/signin.ts';
import { type Database, database } from '../shared/database.ts';
import { deviceIdOf } from '../shared/devices/device.ts';
import { deviceChangesStore } from '../shared/devices/device-changes-store.ts';
import { passkey } from '../shared/devices/passkey.ts';
import { NodError } from '../shared/errors.ts';
import { browserTokenOf, SIGNIN_COOKIE, sessionToken, setCookie } from '../shared/http/cookies.ts';
import { endFlow, flowSecret } from '../shared/http/flow-cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { count } from '../shared/metrics.ts';
import { matchesSecret } from '../shared/secrets.ts';
import { createApprovedSession } from '../shared/sessions/approved-session.ts';
import { browserFacts } from '../shared/sessions/browser-facts.ts';
import { knownBrowserStore } from '../shared/sessions/known-browser-store.ts';
import { COMPLETION_SECONDS, REPEAT_SECONDS } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';

/**
 * Signs in with a passkey that is on this computer, too: one of the user's phones all the same. The session is created
 * approved, with that phone's yes, and is completed like any other.
 */
export const passkeyAnswer = (
  db: Database,
  changes = deviceChangesStore(db),
  sessions = sessionStore(db),
  browsers = knownBrowserStore(db),
  activity = activityStore(db),
  identify = passkey(db),
) =>
  endpoint(passkeyAnswerCall, async ({ body: { assertion, lifetime }, cookies, viewer, now }) => {
    const { user, device, counter, challenge } = await identify(assertion, 'passkey', now);
    const secret = flowSecret('passkey', challenge.sessionId, cookies) ?? '';
    if (!matchesSecret(secret, challenge.secretHash)) {
      throw new NodError('not_waiting', 'This browser is not waiting for a sign-in. Start again.');
    }
    const known = await browsers.byToken(user.id, browserTokenOf(cookies, user.id), user, now);
    const approved = createApprovedSession(
      user,
      { ...browserFacts(viewer, known !== undefined), id: challenge.sessionId, purpose: 'passkey' },
      { lifetime, device: { id: deviceIdOf(device), name: device.name } },
      now,
    );
    const { session } = approved;
    await db.write(
      ...sessions.start(session),
      changes.noteAssertion(device, counter, now),
      activity.record({
        userId: user.id,
        at: now,
        kind: 'approved',
        ...browserOf(session),
        device: device.name,
      }),
    );
    count('Approvals');
    return {
      status: 200,
      body: { status: 'approved' },
      cookies: [
        setCookie(
          SIGNIN_COOKIE,
          sessionToken({ userId: user.id, sessionId: session.id, secret: approved.secret }),
          COMPLETION_SECONDS + REPEAT_SECONDS,
        ),
        endFlow('passkey', session.id),
      ],
    };
  });

export const handler = serve(passkeyAnswer(database()));
