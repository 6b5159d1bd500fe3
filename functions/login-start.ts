import { loginStartCall } from '../shared/api/signin.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { env } from '../shared/env.ts';
import { NodError } from '../shared/errors.ts';
import { type Asking, signedInUser } from '../shared/http/auth.ts';
import { browserTokenOf, SIGNIN_COOKIE, sessionToken, setCookie } from '../shared/http/cookies.ts';
import type { UserCaller } from '../shared/http/request.ts';
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
import { seatStore } from '../shared/sessions/seat-store.ts';
import {
  COMPLETION_SECONDS,
  PENDING_SECONDS,
  REPEAT_SECONDS,
  type Session,
} from '../shared/sessions/session.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { stepUpFrom } from '../shared/sessions/step-up.ts';
import { decoyUserId } from '../shared/users/decoy.ts';
import { canApprove } from '../shared/users/user.ts';
import { userStore } from '../shared/users/user-store.ts';

/** How often a number is drawn again, and a seat, because another pending sign-in of this user has it. */
const DRAWS = 8;

/**
 * Opens a pending session with a number; with `act`, one that asks for nothing but that (a step-up). A name that is
 * unknown, disabled or without a phone gets a decoy, and so does an unknown browser where many wait already, of its
 * address or in all: the same reads, the same writes and the same answer, only that nobody can ever approve it.
 */
export const loginStart = (
  db: Database,
  users = userStore(db),
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  seats = seatStore(db),
  browsers = knownBrowserStore(db),
  limits = limitStore(db),
) =>
  endpoint(loginStartCall, async (request) => {
    const { body, cookies, viewer, now } = request;
    const { username, act } = body;
    const stepUp = act && stepUpFrom((await signedInAs(username, request, db)).session, act);
    const decoyId = decoyUserId(username, env.decoySecret);
    const namedId = (await users.idByName(username)) ?? decoyId;
    const user = await users.get(namedId);
    const userId = user?.id ?? decoyId;
    const known = await browsers.byToken(userId, browserTokenOf(cookies, userId), user ?? {}, now);
    await (known === undefined
      ? limits.count(LIMITS.startsPerAddress, viewer.ip, now)
      : limits.count(LIMITS.startsPerKnownBrowser, known.id, now));

    const secret = newSecret();
    const asked: Session = {
      ...browserFacts(viewer, known !== undefined),
      ...(known === undefined ? {} : { knownBrowserId: known.id }),
      id: newSessionId(),
      userId,
      username,
      displayName: user?.displayName ?? username,
      ...(user?.avatar === undefined ? {} : { avatar: user.avatar }),
      roles: user?.roles ?? [],
      purpose: 'signin',
      status: 'pending',
      startedAt: now,
      endsAt: secondsAfter(now, PENDING_SECONDS),
      signinHash: digest(secret),
      decoy: user === undefined || !canApprove(user),
      ...stepUp,
    };
    const { number } = await optimisticRetry(DRAWS, async () => {
      const pending = { ...(known === undefined ? await seated(asked) : asked), number: drawNumber() };
      await db.write(
        ...sessions.start(pending),
        sessions.takeNumber(pending, now),
        ...(known === undefined ? [] : [browsers.stillKnown(known)]),
      );
      return pending;
    });
    count('Starts');
    return {
      status: 202,
      body: {
        sessionId: asked.id,
        number,
        approveUrl: `/phone#approve=${number}`,
        expiresAt: asked.endsAt.toISOString(),
      },
      cookies: [
        setCookie(
          SIGNIN_COOKIE,
          sessionToken({ userId, sessionId: asked.id, secret }),
          PENDING_SECONDS + COMPLETION_SECONDS + REPEAT_SECONDS,
        ),
      ],
    };

    /** With a seat in each block of its address, or as a decoy where one is full, or too many wait for the name. */
    async function seated(session: Session): Promise<Session> {
      const most = Math.ceil(MOST_PENDING_UNKNOWN * env.limitsScale);
      const [free, waiting] = await Promise.all([
        seats.free(userId, viewer.ip, now),
        lists.countPendingUnknown(userId, most, now),
      ]);
      if (free !== undefined && waiting < most) return { ...session, seats: free };
      return { ...session, decoy: true, isCrowdedOut: true, seats: seats.none(session.id, viewer.ip) };
    }
  });

/** The session of this user's that calls: nobody else's phone is asked for an act. @throws {NodError} as {@link signedInUser} */
async function signedInAs(username: string, request: Asking, db: Database): Promise<UserCaller> {
  const caller = await signedInUser(request, db);
  if (caller.session.username === username) return caller;
  throw new NodError('signed_in_as_other', 'You are signed in under another name.');
}

await prime('Users');

export const handler = serve(loginStart(database()));
