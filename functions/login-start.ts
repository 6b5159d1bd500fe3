import { loginStartCall } from '../shared/api/signin.ts';
import { type Database, database, prime, type Write } from '../shared/database.ts';
import { env } from '../shared/env.ts';
import { browserTokenOf, SIGNIN_COOKIE, sessionToken, setCookie } from '../shared/http/cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { newSessionId } from '../shared/ids.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS, MOST_PENDING_UNKNOWN } from '../shared/limits/limits.ts';
import { count } from '../shared/metrics.ts';
import { optimisticRetry } from '../shared/optimistic-retry.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { digest, newSecret } from '../shared/secrets.ts';
import { browserFacts } from '../shared/sessions/browser-facts.ts';
import { knownBrowserStore } from '../shared/sessions/known-browser-store.ts';
import { drawNumber } from '../shared/sessions/number.ts';
import {
  COMPLETION_SECONDS,
  PENDING_SECONDS,
  REPEAT_SECONDS,
  type Session,
} from '../shared/sessions/session.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';
import { type SessionStore, sessionStore } from '../shared/sessions/session-store.ts';
import { decoyUserId } from '../shared/users/decoy.ts';
import { canApprove } from '../shared/users/user.ts';
import { userStore } from '../shared/users/user-store.ts';

/** How often a number is drawn again because another pending sign-in of this user shows it. */
const DRAWS = 5;

/**
 * Opens a pending session with a number. A name that is unknown, disabled or without a phone gets a decoy, and so does
 * an unknown browser where many wait already: the same reads, the same writes and the same answer, only that nobody can
 * ever approve it.
 */
export const loginStart = (
  db: Database,
  users = userStore(db),
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  browsers = knownBrowserStore(db),
  limits = limitStore(db),
) =>
  endpoint(loginStartCall, async ({ body, cookies, viewer, now }) => {
    const { username } = body;
    const decoyId = decoyUserId(username, env.decoySecret);
    const namedId = (await users.idByName(username)) ?? decoyId;
    const user = await users.get(namedId);
    const userId = user?.id ?? decoyId;
    const mostPendingUnknown = Math.ceil(MOST_PENDING_UNKNOWN * env.limitsScale);
    const [known, pendingUnknown] = await Promise.all([
      browsers.byToken(userId, browserTokenOf(cookies, userId), user ?? {}, now),
      lists.countPendingUnknown(userId, mostPendingUnknown, now),
    ]);
    await (known === undefined
      ? limits.count(LIMITS.startsPerAddress, viewer.ip, now)
      : limits.count(LIMITS.startsPerKnownBrowser, known.id, now));

    const secret = newSecret();
    const pending: Session = {
      ...browserFacts(viewer, known !== undefined),
      ...(known === undefined ? {} : { knownBrowserId: known.id }),
      id: newSessionId(),
      userId,
      username,
      displayName: user?.displayName ?? username,
      roles: user?.roles ?? [],
      purpose: 'signin',
      status: 'pending',
      startedAt: now,
      endsAt: secondsAfter(now, PENDING_SECONDS),
      signinHash: digest(secret),
      decoy:
        user === undefined ||
        !canApprove(user) ||
        (known === undefined && pendingUnknown >= mostPendingUnknown),
    };
    const { number } = await startWithNumber(
      db,
      sessions,
      pending,
      known === undefined ? [] : [browsers.stillKnown(known)],
      now,
    );
    count('Starts');
    return {
      status: 202,
      body: {
        sessionId: pending.id,
        number,
        approveUrl: `/phone#approve=${number}`,
        expiresAt: pending.endsAt.toISOString(),
      },
      cookies: [
        setCookie(
          SIGNIN_COOKIE,
          sessionToken({ userId, sessionId: pending.id, secret }),
          PENDING_SECONDS + COMPLETION_SECONDS + REPEAT_SECONDS,
        ),
      ],
    };
  });

/** Writes the session with a number that no other pending sign-in of this user shows. */
async function startWithNumber(
  db: Database,
  sessions: SessionStore,
  session: Session,
  checks: Write[],
  now: Date,
): Promise<Session & { number: string }> {
  return optimisticRetry(DRAWS, async () => {
    const numbered = { ...session, number: drawNumber() };
    await db.write(...sessions.start(numbered), sessions.takeNumber(numbered, now), ...checks);
    return numbered;
  });
}

await prime('Users');

export const handler = serve(loginStart(database()));
