import { type Database, database, prime } from '../shared/database.ts';
import { env } from '../shared/env.ts';
import { parseSessionToken, SESSION_COOKIE, SIGNIN_COOKIE } from '../shared/http/cookies.ts';
import type { Cookies } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { judge, opensSession, opensSignin, type Session } from '../shared/sessions/session.ts';
import { userShape } from '../shared/sessions/session-shapes.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import type { StatusShape } from '../shared/shapes.ts';

/**
 * How this browser's session stands. The hot path: one strongly consistent GetItem and nothing else. It never
 * extends the idle time, and a cookie that opens nothing is answered like no cookie at all.
 */
export const status = (db: Database, sessions = sessionStore(db)) =>
  endpoint('status', async ({ cookies, query, now }) => {
    const asked = askedFor(cookies, query.of === 'signin');
    const session = asked.token && (await sessions.get(asked.token.userId, asked.token.sessionId));
    const secret = asked.token?.secret ?? '';
    if (session !== undefined && asked.side === 'session' && opensSession(session, secret)) {
      return { status: 200, body: sessionSide(session, now) };
    }
    if (session !== undefined && asked.side === 'signin' && opensSignin(session, secret, now)) {
      return { status: 200, body: signinSide(session, now) };
    }
    return { status: 200, body: { status: 'none', pollAfterMs: env.pollAfterMs } };
  });

/** The session cookie's session if there is one, else the sign-in cookie's. */
function askedFor(cookies: Cookies, onlySignin: boolean) {
  const token = onlySignin ? undefined : parseSessionToken(cookies[SESSION_COOKIE]);
  return token === undefined
    ? ({ side: 'signin', token: parseSessionToken(cookies[SIGNIN_COOKIE]) } as const)
    : ({ side: 'session', token } as const);
}

function sessionSide(session: Session, now: Date): StatusShape {
  const judged = judge(session, now);
  const isSignedIn = judged.status === 'active' || judged.status === 'walkaway';
  return {
    ...judged,
    ...(isSignedIn ? { user: userShape(session), expiresAt: session.endsAt.toISOString() } : {}),
    pollAfterMs: env.pollAfterMs,
  };
}

/** To the browser that waits, a session that it can still complete, or complete once more, is approved. */
function signinSide(session: Session, now: Date): StatusShape {
  const judged = judge(session, now);
  const isCompletable = ['approved', 'active', 'walkaway'].includes(judged.status);
  return {
    ...(isCompletable ? { status: 'approved' } : judged),
    ...(isCompletable && session.device ? { device: session.device.name } : {}),
    ...(isCompletable || judged.status === 'pending' ? { expiresAt: session.endsAt.toISOString() } : {}),
    pollAfterMs: env.pollAfterMs,
  };
}

await prime('Sessions');

export const handler = serve(status(database()));
