import { statusCall } from '../shared/api/signin.ts';
import { primeReader, type Reader, reader } from '../shared/database.ts';
import { env } from '../shared/env.ts';
import { parseSessionToken, SESSION_COOKIE, SIGNIN_COOKIE } from '../shared/http/cookies.ts';
import { endpoint, serveAnybody } from '../shared/http/serve.ts';
import type { StatusResponse } from '../shared/responses.ts';
import {
  awayAt,
  isGranted,
  isLive,
  isSignedIn,
  matchesSessionSecret,
  matchesSigninSecret,
  type Session,
  statusAt,
} from '../shared/sessions/session.ts';
import { userResponse } from '../shared/sessions/session-responses.ts';
import { type SessionReader, sessionReader } from '../shared/sessions/session-store.ts';

/**
 * How this browser's session stands, or else its waiting sign-in. The hot path: for whoever is signed in, one
 * strongly consistent GetItem and nothing else. It never extends the idle time, and a cookie that opens nothing
 * is answered like no cookie at all.
 */
export const status = (db: Reader, sessions = sessionReader(db)) =>
  endpoint(statusCall, async ({ cookies, query, now }) => {
    const found = (cookie: string | undefined, matches: Matches) => sessionOf(sessions, cookie, matches, now);
    const session =
      query.of === 'signin' ? undefined : await found(cookies[SESSION_COOKIE], matchesSessionSecret);
    if (session !== undefined && isSignedIn(session, now)) {
      return { status: 200, body: sessionSide(session, now) };
    }
    // Somebody whose session is over may be signing in again: that is worth a second look, and only that.
    const waiting = await found(cookies[SIGNIN_COOKIE], matchesSigninSecret);
    if (waiting !== undefined && (session === undefined || isLive(waiting, now))) {
      return { status: 200, body: signinSide(waiting, now) };
    }
    if (session !== undefined) return { status: 200, body: sessionSide(session, now) };
    return { status: 200, body: { status: 'none', ...asking() } };
  });

type Matches = (session: Session, secret: string, now: Date) => boolean;

/** The session that a cookie names, if the cookie's secret is the session's. */
async function sessionOf(
  sessions: SessionReader,
  cookie: string | undefined,
  matches: Matches,
  now: Date,
): Promise<Session | undefined> {
  const token = parseSessionToken(cookie);
  const session = token && (await sessions.get(token.userId, token.sessionId));
  return session !== undefined && matches(session, token?.secret ?? '', now) ? session : undefined;
}

function sessionSide(session: Session, now: Date): StatusResponse {
  const phoneMissedAt = awayAt(session, now);
  return {
    ...statusAt(session, now),
    ...(isSignedIn(session, now)
      ? { user: userResponse(session), expiresAt: session.endsAt.toISOString() }
      : {}),
    ...(phoneMissedAt === undefined ? {} : { awayAt: phoneMissedAt.toISOString() }),
    ...asking(),
  };
}

/** How a page goes on asking: by polls, and with a bell by fewer. */
function asking(): Pick<StatusResponse, 'bell' | 'pollAfterMs'> {
  return { ...(env.hasBell ? { bell: true } : {}), pollAfterMs: env.pollAfterMs };
}

/** To the browser that waits, a session that it can still complete, or complete once more, is approved. */
function signinSide(session: Session, now: Date): StatusResponse {
  const isCompletable = isGranted(session, now);
  const stands = statusAt(session, now);
  return {
    ...(isCompletable ? { status: 'approved' } : stands),
    ...(stands.status === 'pending' && session.found ? { found: true } : {}),
    ...(isCompletable && session.device ? { device: session.device.name } : {}),
    ...(isLive(session, now) ? { expiresAt: session.endsAt.toISOString() } : {}),
    ...asking(),
  };
}

await primeReader('Sessions');

export const handler = serveAnybody(status(reader()));
