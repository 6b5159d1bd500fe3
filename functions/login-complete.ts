import { browserOf } from '../shared/activity/activity.ts';
import { activityStore } from '../shared/activity/activity-store.ts';
import { loginCompleteCall } from '../shared/api/signin.ts';
import { currentTime } from '../shared/clock.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import {
  BROWSER_COOKIE,
  clearCookie,
  parseSessionToken,
  SESSION_COOKIE,
  SIGNIN_COOKIE,
  sessionToken,
  setCookie,
} from '../shared/http/cookies.ts';
import type { Cookies } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import type { UserId } from '../shared/ids.ts';
import { count } from '../shared/metrics.ts';
import type { SocialProviderResponse } from '../shared/responses.ts';
import { secondsBetween } from '../shared/seconds.ts';
import { digest, newSecret } from '../shared/secrets.ts';
import { KNOWN_BROWSER_SECONDS, knownBrowserStore } from '../shared/sessions/known-browser-store.ts';
import {
  close,
  complete,
  isSignedIn,
  matchesSessionSecret,
  type Session,
  sessionEnded,
} from '../shared/sessions/session.ts';
import { userResponse } from '../shared/sessions/session-responses.ts';
import { type SessionStore, sessionStore } from '../shared/sessions/session-store.ts';
import { type UserStore, userStore } from '../shared/users/user-store.ts';

/**
 * approved → active: swaps the sign-in cookie for a session cookie with a new secret. One transaction, held
 * to the user's row, so that nothing approved before "end all" or a disabling survives. A repeat with the same
 * `Idempotency-Key`, by a browser that lost the answer, gets a new secret for the same session.
 */
export const loginComplete = (
  db: Database,
  users = userStore(db),
  sessions = sessionStore(db),
  browsers = knownBrowserStore(db),
  activities = activityStore(db),
) =>
  endpoint(loginCompleteCall, async ({ caller, cookies, idempotencyKey, receivedAt }) => {
    const { session } = caller;
    const earlier = await earlierSession(sessions, cookies, session, currentTime(receivedAt));
    // As late as can be: whatever reached the API before this moment raced with this call and is no repeat.
    const now = currentTime(receivedAt);
    const secret = newSecret();
    const attempt = {
      secretHash: digest(secret),
      keyHash: idempotencyKey && digest(idempotencyKey),
      receivedAt,
    };
    const active = complete(session, attempt, now);
    const browserToken = parseBrowserToken(cookies[BROWSER_COOKIE]) ?? newSecret();
    const remembered = browsers.remember(session.userId, browserToken, now);
    if (session.status === 'active') {
      await db.write(sessions.repeatCompletion(active, session, now), remembered);
    } else {
      for (let replaced = earlier; ; replaced = undefined) {
        try {
          await db.write(
            users.mayComplete(session.userId, session.approvedAt ?? now),
            sessions.complete(active, now),
            remembered,
            activities.record({
              userId: session.userId,
              at: now,
              kind: 'signed_in',
              ...browserOf(session),
              ...(session.device === undefined ? {} : { device: session.device.name }),
            }),
            ...(replaced === undefined ? [] : sessions.close(close(replaced, 'here', now), now)),
            ...(replaced === undefined ? [] : [activities.ended(replaced, 'here', now)]),
          );
          break;
        } catch (error) {
          if (!(error instanceof ConditionFailed)) throw error;
          const [userRefused, sessionRefused] = error.failed;
          if (userRefused) throw await refusalOf(users, session.userId);
          if (sessionRefused) {
            throw new NodError('already_completed', 'This sign-in has just been completed.');
          }
          // Only the session to be replaced has moved on its own: it is over, and there is nothing to close.
        }
      }
      count('Completions');
    }
    const { userId } = session;
    return {
      status: 200,
      body: { user: userResponse(active), ...providerOf(active) },
      cookies: [
        setCookie(
          SESSION_COOKIE,
          sessionToken({ userId, sessionId: session.id, secret }),
          secondsBetween(now, active.lifetimeEndsAt ?? active.endsAt),
        ),
        setCookie(BROWSER_COOKIE, browserToken, KNOWN_BROWSER_SECONDS),
        clearCookie(SIGNIN_COOKIE),
      ],
    };
  });

/** This browser's session of the same user, which the new one replaces. */
async function earlierSession(
  sessions: SessionStore,
  cookies: Cookies,
  next: Session,
  now: Date,
): Promise<Session | undefined> {
  const token = parseSessionToken(cookies[SESSION_COOKIE]);
  if (token === undefined || token.userId !== next.userId || token.sessionId === next.id) return undefined;
  const earlier = await sessions.get(token.userId, token.sessionId);
  if (earlier === undefined || !matchesSessionSecret(earlier, token.secret)) return undefined;
  return isSignedIn(earlier, now) ? earlier : undefined;
}

/** Why the user's row refused the completion. */
async function refusalOf(users: UserStore, userId: UserId): Promise<NodError> {
  const user = await users.get(userId);
  return user?.disabled === true
    ? new NodError('user_disabled', 'This account is disabled.')
    : sessionEnded('elsewhere');
}

/** What let the session in, so that the browser can offer it first the next time. */
function providerOf({ provider: id, providerLabel: label = id }: Session): {
  provider?: SocialProviderResponse;
} {
  return id === undefined || label === undefined ? {} : { provider: { id, label } };
}

/** The token in a `__Host-browser` cookie, if it has the form of one of ours. */
function parseBrowserToken(value: string | undefined): string | undefined {
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined;
}

await prime('Sessions');

export const handler = serve(loginComplete(database()));
