import { browserOf } from '../shared/activity/activity.ts';
import { activityStore } from '../shared/activity/activity-store.ts';
import { loginCompleteCall } from '../shared/api/signin.ts';
import { currentTime } from '../shared/clock.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import {
  browserCookie,
  browserTokenOf,
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
import { digest, matchesSecret, newSecret } from '../shared/secrets.ts';
import { browserIdOf, type KnownBrowser, knownBrowser, surplus } from '../shared/sessions/known-browser.ts';
import { knownBrowserStore } from '../shared/sessions/known-browser-store.ts';
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
 * approved → active: swaps the sign-in cookie for a session cookie with a new secret, and makes the browser known anew.
 * One transaction, held to the user's row, so that nothing approved before "end all" or a disabling survives. A repeat
 * with the same `Idempotency-Key`, by a browser that lost the answer, gets new secrets for the same session and mark.
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
    const { userId } = session;
    const [earlier, marks] = await Promise.all([
      earlierSession(sessions, cookies, session, currentTime(receivedAt)),
      browsers.ofUser(userId),
    ]);
    // As late as can be: whatever reached the API before this moment raced with this call and is no repeat.
    const now = currentTime(receivedAt);
    const [secret, browserSecret] = [newSecret(), newSecret()];
    const attempt = {
      secretHash: digest(secret),
      keyHash: idempotencyKey && digest(idempotencyKey),
      receivedAt,
    };
    const active = complete(session, attempt, now);
    const before = marks.find((mark) => isOfThisBrowser(mark, cookies));
    const mark = knownBrowser(session, digest(browserSecret), before, now);
    const isKnown = session.status === 'active' ? await repeat() : await first();
    const token = { userId, browserId: mark.id, secret: browserSecret };
    return {
      status: 200,
      body: { user: userResponse(active), ...providerOf(active) },
      cookies: [
        setCookie(
          SESSION_COOKIE,
          sessionToken({ userId, sessionId: session.id, secret }),
          secondsBetween(now, active.lifetimeEndsAt ?? active.endsAt),
        ),
        browserCookie(cookies, userId, isKnown ? token : undefined),
        clearCookie(SIGNIN_COOKIE),
      ],
    };

    async function first(): Promise<boolean> {
      const entry = { userId, at: now, ...browserOf(session) };
      const { device, provider } = session;
      // What a phone has approved needs not be told to phones.
      const isNews = before === undefined && provider !== undefined;
      const isStepUp = session.stepUpOf !== undefined;
      // A step-up goes on with its session, which this browser shows, and with no other.
      if (isStepUp && session.stepUpOf !== earlier?.id) throw sessionEnded('elsewhere');
      for (let replaced = earlier; ; replaced = undefined) {
        try {
          await db.write(
            users.mayComplete(userId, session.approvedAt ?? now),
            ...sessions.complete(active, now),
            browsers.remember(mark),
            ...voidedBy(mark, before, earlier, marks).map(browsers.forget),
            // Of a step-up, the phone's yes to its act is all that happened.
            ...(isStepUp
              ? []
              : [
                  activities.record({
                    ...entry,
                    kind: 'signed_in',
                    ...(device === undefined ? {} : { device: device.name }),
                  }),
                ]),
            ...(isNews
              ? [
                  activities.record({
                    ...entry,
                    kind: 'browser_added',
                    provider: session.providerLabel ?? provider,
                  }),
                ]
              : []),
            ...(replaced === undefined ? [] : sessions.close(close(replaced, 'here', now), now)),
            ...(replaced === undefined || isStepUp ? [] : [activities.ended(replaced, 'here', now)]),
          );
          break;
        } catch (error) {
          if (!(error instanceof ConditionFailed)) throw error;
          const [userRefused, sessionRefused] = error.failed;
          if (userRefused) throw await refusalOf(users, userId);
          if (sessionRefused) {
            throw new NodError('already_completed', 'This sign-in has just been completed.');
          }
          if (isStepUp) throw sessionEnded('elsewhere');
          // Only the session to be replaced has moved on its own: it is over, and there is nothing to close.
        }
      }
      count('Completions');
      return true;
    }

    /** Whether the browser is known still: what was forgotten since the completion stays so. */
    async function repeat(): Promise<boolean> {
      const repeated = sessions.repeatCompletion(active, session, now);
      try {
        await db.write(repeated, browsers.renew(mark));
        return true;
      } catch (error) {
        if (!(error instanceof ConditionFailed) || error.failed[0]) throw error;
        await db.write(repeated);
        return false;
      }
    }
  });

/** Whether the browser that calls shows the token of this mark. */
function isOfThisBrowser({ userId, id, secretHash }: KnownBrowser, cookies: Cookies): boolean {
  const token = browserTokenOf(cookies, userId);
  return token?.browserId === id && matchesSecret(token.secret, secretHash);
}

/** As many as fit into the transaction; more than the surplus of one sign-in are there only after a race. */
const MOST_VOIDED = 20;

/** The marks that a new one takes the place of: this browser's own so far, and those that signed in longest ago. */
function voidedBy(
  mark: KnownBrowser,
  before: KnownBrowser | undefined,
  earlier: Session | undefined,
  marks: readonly KnownBrowser[],
): KnownBrowser[] {
  const isOwn = ({ id }: KnownBrowser) => id === before?.id || (earlier && id === browserIdOf(earlier.id));
  const others = marks.filter(({ id }) => id !== mark.id);
  const [own, rest] = [others.filter(isOwn), others.filter((other) => !isOwn(other))];
  return [...own, ...surplus(rest)].slice(0, MOST_VOIDED);
}

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

await prime('Sessions');

export const handler = serve(loginComplete(database()));
