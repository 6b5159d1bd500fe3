import { statusCall } from '../shared/api/signin.ts';
import { primeReader, type Reader, reader } from '../shared/database.ts';
import { env } from '../shared/env.ts';
import { parseSessionToken, SESSION_COOKIE, SIGNIN_COOKIE } from '../shared/http/cookies.ts';
import { endpoint, serveAnybody } from '../shared/http/serve.ts';
import type { Unread } from '../shared/notices/notice.ts';
import { unreadFrom, unreadKey } from '../shared/notices/unread-store.ts';
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
import { sessionReader } from '../shared/sessions/session-store.ts';

/**
 * How this browser's session stands, or else its waiting sign-in. The hot path: for whoever is signed in, one call for
 * the session, strongly consistent, and beside it for what waits for them, and nothing else. It never extends the idle time, and a cookie that opens nothing
 * is answered like no cookie at all.
 */
export const status = (db: Reader, sessions = sessionReader(db)) =>
  endpoint(statusCall, async ({ cookies, query, now }) => {
    const { session, unread } =
      query.of === 'signin' ? {} : await signedIn(parseSessionToken(cookies[SESSION_COOKIE]));
    if (session !== undefined && isSignedIn(session, now)) {
      return { status: 200, body: sessionSide(session, now, unread) };
    }
    // Somebody whose session is over may be signing in again: that is worth a second look, and only that.
    const waiting = await signingIn(parseSessionToken(cookies[SIGNIN_COOKIE]));
    if (waiting !== undefined && (session === undefined || isLive(waiting, now))) {
      return { status: 200, body: signinSide(waiting, now) };
    }
    if (session !== undefined) return { status: 200, body: sessionSide(session, now) };
    return { status: 200, body: { status: 'none', ...asking() } };

    /** The session that a cookie names, if the cookie's secret is the session's, and what waits for its user. */
    async function signedIn(token: Token): Promise<{ session?: Session; unread?: Unread }> {
      if (token === undefined) return {};
      const beside = { TableName: db.tableName('Copies'), Key: unreadKey(token.userId) };
      const [session, row] = await sessions.getBeside(token.userId, token.sessionId, beside);
      if (session === undefined || !matchesSessionSecret(session, token.secret)) return {};
      return { session, ...(row === null ? {} : { unread: unreadFrom(row) }) };
    }

    /** The same of a sign-in that waits. */
    async function signingIn(token: Token): Promise<Session | undefined> {
      const session = token && (await sessions.get(token.userId, token.sessionId));
      return session !== undefined && matchesSigninSecret(session, token?.secret ?? '', now)
        ? session
        : undefined;
    }
  });

type Token = ReturnType<typeof parseSessionToken>;

function sessionSide(session: Session, now: Date, unread?: Unread): StatusResponse {
  const phoneMissedAt = awayAt(session, now);
  const stands = statusAt(session, now);
  const isTold = unread !== undefined && stands.status === 'active';
  return {
    ...stands,
    ...(isSignedIn(session, now)
      ? { user: userResponse(session), expiresAt: session.endsAt.toISOString() }
      : {}),
    ...(phoneMissedAt === undefined ? {} : { awayAt: phoneMissedAt.toISOString() }),
    ...(isTold ? { unread: { notices: unread.notices, messages: unread.messages } } : {}),
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

await primeReader('Sessions', 'Copies');

export const handler = serveAnybody(status(reader()));
