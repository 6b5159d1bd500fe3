/** Who calls, by the route's `auth`: always read from the store, never from a cache (DESIGN.md §6.3). */
import { type Database, database } from '../database.ts';
import type { Device } from '../devices/device.ts';
import { deviceStore } from '../devices/device-store.ts';
import { ConditionFailed, type ErrorDetails, NodError } from '../errors.ts';
import { matchesSecret } from '../secrets.ts';
import type { Act } from '../sessions/acts.ts';
import { liveSessionStore } from '../sessions/live-session-store.ts';
import {
  isSignedIn,
  matchesSessionSecret,
  matchesSigninSecret,
  type Session,
  statusAt,
  touch,
} from '../sessions/session.ts';
import { sessionReader } from '../sessions/session-store.ts';
import { isFresh } from '../sessions/step-up.ts';
import { userOf } from '../users/user-store.ts';
import {
  DEVICE_COOKIE,
  parseDeviceToken,
  parseSessionToken,
  SESSION_COOKIE,
  SIGNIN_COOKIE,
} from './cookies.ts';
import type { AnyCaller, Incoming, PhoneCaller, UserCaller, WaitingCaller } from './request.ts';

/** What of a call tells who it is that calls. */
export type Asking = Pick<Incoming, 'cookies' | 'now'> & { query: Readonly<Record<string, unknown>> };

/**
 * The caller that the route asks for.
 * @throws {NodError} `not_signed_in`, `reauth_required`, `phone_away`, `not_waiting`, `not_a_phone`, `user_disabled`
 */
export async function authenticate(
  request: Pick<Incoming, 'route'> & Asking,
  db: Database = database(),
): Promise<AnyCaller> {
  const { route } = request;
  if (route.whileAway) return signedInUser(request, db, 'or away');
  switch (route.auth) {
    case 'open':
    case 'any':
      return undefined;
    case 'signin':
      return waitingBrowser(request, db);
    case 'reader':
      return reader(request, db);
    case 'user':
      return route.unnoted ? unnotedUser(request, db) : signedInUser(request, db);
    case 'fresh':
      return freshUser(route.act, request, db);
    case 'phone':
      return enrolledPhone(request, db);
    case 'user or phone':
      return userElsePhone(request, db);
    case 'fresh or phone': {
      const caller = await userElsePhone(request, db);
      return caller.kind === 'phone' ? caller : requireFresh(caller, route.act, request.now);
    }
  }
}

/**
 * Who reads, if they are signed in here: for what everybody may read, and some see otherwise. Nobody's reading is noted as
 * activity, or refused because a session is over or its phone away.
 */
async function reader(request: Asking, db: Database): Promise<UserCaller | undefined> {
  try {
    const session = await signedInSession(request, db);
    return statusAt(session, request.now).status === 'active' ? { kind: 'user', session } : undefined;
  } catch (error) {
    if (error instanceof NodError && error.code === 'not_signed_in') return undefined;
    throw error;
  }
}

/** The session if there is one, else the device (DESIGN.md §4): a cookie whose session is over is no session. */
async function userElsePhone(request: Asking, db: Database): Promise<UserCaller | PhoneCaller> {
  const { cookies, query } = request;
  if (query.as === 'phone' || cookies[SESSION_COOKIE] === undefined) return enrolledPhone(request, db);
  try {
    return await signedInUser(request, db);
  } catch (error) {
    const isNobody = error instanceof NodError && error.code === 'not_signed_in';
    if (isNobody && cookies[DEVICE_COOKIE] !== undefined) return enrolledPhone(request, db);
    throw error;
  }
}

/** The session that the sign-in cookie opens: while it waits, and a little longer (DESIGN.md §2). @throws {NodError} `not_waiting` */
export async function waitingBrowser(
  { cookies, now }: Pick<Asking, 'cookies' | 'now'>,
  db: Database,
): Promise<WaitingCaller> {
  const token = parseSessionToken(cookies[SIGNIN_COOKIE]);
  const session = token && (await sessionReader(db).get(token.userId, token.sessionId));
  if (session === undefined || !matchesSigninSecret(session, token?.secret ?? '', now)) {
    throw new NodError(
      'not_waiting',
      'This browser is not waiting for a sign-in. Start again.',
      wrongSecret(session),
    );
  }
  return { kind: 'signin', session };
}

/** The session of this browser, active or away: read, and nothing noted. @throws {NodError} `not_signed_in` */
export async function signedInSession(
  { cookies, now }: Pick<Asking, 'cookies' | 'now'>,
  db: Database,
): Promise<Session> {
  const token = parseSessionToken(cookies[SESSION_COOKIE]);
  const session = token && (await sessionReader(db).get(token.userId, token.sessionId));
  if (session === undefined || !matchesSessionSecret(session, token?.secret ?? '')) {
    throw new NodError('not_signed_in', 'Sign in first.', wrongSecret(session));
  }
  if (!isSignedIn(session, now)) throw notSignedIn(statusAt(session, now).reason);
  return session;
}

/**
 * The active session that calls, where a handler finds out only by the call that it needs one.
 * @throws {NodError} `not_signed_in`, `phone_away`
 */
export async function signedInUser(asking: Asking, db: Database, orAway?: 'or away'): Promise<UserCaller> {
  const { now } = asking;
  const session = await signedInSession(asking, db);
  if (statusAt(session, now).status === 'walkaway') {
    // Not touched: a locked page is nobody's activity.
    if (orAway) return { kind: 'user', session };
    throw phoneAway();
  }
  return { kind: 'user', session: await touched(session) };

  /**
   * Notes the activity; a session that ended meanwhile is not revived, and the call is refused. All that a page asks for at
   * once wants to note the same: who comes in the way of the others goes on without.
   */
  async function touched(before: Session): Promise<Session> {
    const next = touch(before, now);
    if (next?.lastActiveAt === undefined) return before;
    try {
      await db.write(
        ...liveSessionStore(db).touch({ ...next, lastActiveAt: next.lastActiveAt }, before, now),
      );
      return next;
    } catch (error) {
      const isContended = error instanceof NodError && error.code === 'store_unavailable';
      if (!(error instanceof ConditionFailed || isContended)) throw error;
      const current = await sessionReader(db).get(before.userId, before.id);
      const found = current && statusAt(current, now);
      if (current === undefined || found?.status !== 'active') throw notSignedIn(found?.reason);
      return current;
    }
  }
}

/** The same without noting it: what a page asks for by itself keeps no session from going idle. */
async function unnotedUser(asking: Asking, db: Database): Promise<UserCaller> {
  const session = await signedInSession(asking, db);
  if (statusAt(session, asking.now).status === 'walkaway') throw phoneAway();
  return { kind: 'user', session };
}

/** The phone that the cookie names. @throws {NodError} `not_a_phone`, `user_disabled` */
export async function enrolledPhone(
  { cookies }: Pick<Asking, 'cookies'>,
  db: Database,
): Promise<PhoneCaller> {
  const token = parseDeviceToken(cookies[DEVICE_COOKIE]);
  if (token === undefined) throw notAPhone();
  const [device, user] = await Promise.all([
    deviceStore(db).get(token.userId, token.credentialKey),
    userOf(db, token.userId),
  ]);
  if (device === undefined || user === undefined || !matchesSecret(token.secret, device.secretHash))
    throw notAPhone(device);
  if (user.disabled) throw new NodError('user_disabled', 'This account is disabled.');
  return { kind: 'phone', user, device };
}

/** The same, fresh for the act. @throws {NodError} `not_signed_in`, `phone_away`, `reauth_required` */
export async function freshUser(act: Act | undefined, request: Asking, db: Database): Promise<UserCaller> {
  return requireFresh(await signedInUser(request, db), act, request.now);
}

/** The caller, if in the last five minutes a yes let them do that (DESIGN.md §6.10). @throws {NodError} `reauth_required` */
export function requireFresh(caller: UserCaller, act: Act | undefined, now: Date): UserCaller {
  if (isFresh(caller.session, act, now)) return caller;
  throw new NodError('reauth_required', 'Confirm that it is you, then try again.');
}

function notSignedIn(reason?: string): NodError {
  return new NodError('not_signed_in', 'Sign in first.', reason === undefined ? {} : { reason });
}

function phoneAway(): NodError {
  return new NodError('phone_away', 'Your phone is away. Come back with it to go on.', {
    reason: 'phone_away',
  });
}

function notAPhone(device?: Device): NodError {
  return new NodError('not_a_phone', 'This is not an enrolled phone.', wrongSecret(device));
}

/** For the log: the row that the cookie names is there, and its secret is another. */
const wrongSecret = (row: Session | Device | undefined): ErrorDetails =>
  row === undefined ? {} : { about: { wrong: 'secret' } };
