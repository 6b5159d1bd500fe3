import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../shared/database.ts';
import type { Device } from '../../../shared/devices/device.ts';
import { deviceChangesStore } from '../../../shared/devices/device-changes-store.ts';
import { NodError } from '../../../shared/errors.ts';
import { authenticate } from '../../../shared/http/auth.ts';
import { deviceToken, sessionToken } from '../../../shared/http/cookies.ts';
import type { Incoming } from '../../../shared/http/request.ts';
import { newSessionId, newUserId, type UserId } from '../../../shared/ids.ts';
import { ROUTES, type RouteName } from '../../../shared/routes.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { digest, newSecret } from '../../../shared/secrets.ts';
import { liveSessionStore } from '../../../shared/sessions/live-session-store.ts';
import { close, type Session } from '../../../shared/sessions/session.ts';
import { sessionStore } from '../../../shared/sessions/session-store.ts';
import type { User } from '../../../shared/users/user.ts';
import { userStore } from '../../../shared/users/user-store.ts';
import { active, approved, closed, denied, pending, standing } from '../../support/sessions.ts';
import { tables } from '../../support/tables.ts';

const { db } = tables();
const sessions = sessionStore(db);

const T0 = new Date('2036-11-22T10:00:00.000Z');
const at = (seconds: number) => secondsAfter(T0, seconds);
const [signinSecret, sessionSecret, deviceSecret] = [newSecret(), newSecret(), newSecret()];

async function stored(session: Session): Promise<Session> {
  const own = { ...session, signinHash: digest(signinSecret) };
  if (session.secretHash !== undefined) own.secretHash = digest(sessionSecret);
  await db.write(...standing(sessions, own));
  return own;
}

const tokenOf = ({ userId, id: sessionId }: Session, secret: string) =>
  sessionToken({ userId, sessionId, secret });
const SESSION = (session: Session, secret = sessionSecret) => ({
  '__Host-session': tokenOf(session, secret),
});
const SIGNIN = (session: Session, secret = signinSecret) => ({ '__Host-signin': tokenOf(session, secret) });

function request(name: RouteName, cookies: Record<string, string>, now: Date, query = {}): Incoming {
  return {
    route: ROUTES[name],
    params: {},
    query,
    cookies,
    viewer: { ip: '192.0.2.7', place: null, userAgent: '' },
    idempotencyKey: undefined,
    ifNoneMatch: undefined,
    receivedAt: now,
    now,
  };
}

async function phone(as: Partial<User> = {}): Promise<{ userId: UserId; cookies: Record<string, string> }> {
  const userId = newUserId();
  const credentialId = randomBytes(16).toString('base64url');
  const user: User = {
    id: userId,
    username: 'susan',
    displayName: 'Susan',
    roles: [],
    createdAt: T0,
    credentialCount: 1,
    phones: 1,
    ...as,
  };
  const device: Device = {
    credentialId,
    userId,
    name: 'Pixel 9',
    publicKey: new Uint8Array(2),
    counter: 0,
    transports: [],
    secretHash: digest(deviceSecret),
    createdAt: T0,
    lastUsedAt: T0,
    wrongNumbers: 0,
    sessionId: newSessionId(),
  };
  await db.write(userStore(db).create(user), deviceChangesStore(db).enrol(device));
  return {
    userId,
    cookies: { '__Host-device': deviceToken({ userId, credentialKey: credentialId, secret: deviceSecret }) },
  };
}

/** The refusal's code and reason, or the kind of the caller. */
async function outcome(asked: Incoming, by: Database = db): Promise<string> {
  try {
    return (await authenticate(asked, by))?.kind ?? 'anybody';
  } catch (error) {
    const { code, details } = error as { code: string; details: { reason?: string } };
    return [code, details.reason].filter(Boolean).join(' ');
  }
}

describe('a signed-in browser', () => {
  it.each<[string, Session, number, string]>([
    ['active', active(T0), 1, 'user'],
    ['active to the last moment', active(T0), 3599.999, 'user'],
    ['idle for too long', active(T0), 3600, 'not_signed_in idle'],
    ['its lifetime over', active(T0, { lifetime: '10m' }), 600, 'not_signed_in lifetime'],
    ['its phone away', active(T0, { presence: true }), 90, 'phone_away phone_away'],
    ['its phone gone', active(T0, { presence: true }), 600, 'not_signed_in phone_away'],
    ['closed', closed(T0), 1, 'not_signed_in phone'],
  ])('%s', async (_, session, seconds, expected) => {
    const own = await stored(session);
    expect(await outcome(request('me', SESSION(own), at(seconds)))).toBe(expected);
  });

  it('is nobody without its secret, and is told nothing of the session', async () => {
    const session = await stored(closed(T0));
    for (const cookies of [
      {},
      SESSION(session, newSecret()),
      SESSION(session, signinSecret),
      SIGNIN(session, sessionSecret),
      SESSION({ ...session, userId: newUserId() }),
      { '__Host-session': 'garbage' },
    ]) {
      expect(await outcome(request('me', cookies, at(1)))).toBe('not_signed_in');
    }
  });

  it('is noted as active with a call, once a minute', async () => {
    const session = await stored(active(T0));
    const lastActiveAt = async (seconds: number) => {
      await authenticate(request('me', SESSION(session), at(seconds)), db);
      return (await sessions.get(session.userId, session.id))?.lastActiveAt;
    };
    expect(await lastActiveAt(59.999)).toEqual(T0);
    expect(await lastActiveAt(60)).toEqual(at(60));
    expect(await lastActiveAt(119.999)).toEqual(at(60));
    expect(await lastActiveAt(120)).toEqual(at(120));
  });

  it('that was ended between the look and the note is refused, and not revived', async () => {
    const session = await stored(active(T0));
    const racing: Database = {
      ...db,
      async write(...writes) {
        await db.write(...sessions.close(close(session, 'phone', at(60)), at(60)));
        await db.write(...writes);
      },
    };
    expect(await outcome(request('me', SESSION(session), at(60)), racing)).toBe('not_signed_in phone');
    expect((await sessions.get(session.userId, session.id))?.status).toBe('closed');
  });

  it('whose other tab was noted in the same moment is let in', async () => {
    const session = await stored(active(T0));
    const racing: Database = {
      ...db,
      async write(...writes) {
        const later = { ...session, lastActiveAt: at(61), endsAt: at(3661) };
        await db.write(...liveSessionStore(db).touch(later, session, at(61)));
        await db.write(...writes);
      },
    };
    const caller = await authenticate(request('me', SESSION(session), at(60)), racing);
    expect(caller).toMatchObject({ kind: 'user', session: { lastActiveAt: at(61) } });
  });

  it('that too many others note at once is let in all the same, but not once it has ended', async () => {
    for (const isEnded of [false, true]) {
      const session = await stored(active(T0));
      const contended: Database = {
        ...db,
        async write() {
          if (isEnded) await db.write(...sessions.close(close(session, 'phone', at(60)), at(60)));
          throw new NodError('store_unavailable', 'Too many at once.');
        },
      };
      expect(await outcome(request('me', SESSION(session), at(60)), contended)).toBe(
        isEnded ? 'not_signed_in phone' : 'user',
      );
    }
  });
});

describe('whoever reads', () => {
  it.each<[string, Session, number, string]>([
    ['an active session is its user', active(T0), 1, 'user'],
    ['one that is over is anybody', active(T0), 3600, 'anybody'],
    ['one that was ended is anybody', closed(T0), 1, 'anybody'],
    ['one whose phone is away is anybody', active(T0, { presence: true }), 90, 'anybody'],
  ])('with %s', async (_, session, seconds, expected) => {
    const own = await stored(session);
    expect(await outcome(request('posts', SESSION(own), at(seconds)))).toBe(expected);
  });

  it('with somebody else’s cookie is anybody, and with none is asked for at no store', async () => {
    const session = await stored(active(T0));
    expect(await outcome(request('posts', SESSION(session, newSecret()), at(1)))).toBe('anybody');
    const away: Database = {
      ...db,
      get: () => Promise.reject(new NodError('store_unavailable', 'Away.')),
    };
    expect(await outcome(request('posts', {}, at(1)), away)).toBe('anybody');
    // Nobody is shown what others see because the store could not be asked who they are.
    expect(await outcome(request('posts', SESSION(session), at(1)), away)).toBe('store_unavailable');
  });

  it('is not noted as active', async () => {
    const session = await stored(active(T0));
    await authenticate(request('posts', SESSION(session), at(120)), db);
    expect((await sessions.get(session.userId, session.id))?.lastActiveAt).toEqual(T0);
  });
});

describe('a browser that waits', () => {
  it.each<[string, Session, number, string]>([
    ['pending', pending(T0), 1, 'signin'],
    ['approved', approved(T0), 1, 'signin'],
    ['denied: its handler says so', denied(T0), 1, 'signin'],
    ['timed out: its handler says so', pending(T0), 120, 'signin'],
    ['completed, within two minutes', active(T0), 119.999, 'signin'],
    ['completed, two minutes later', active(T0), 120, 'not_waiting'],
  ])('%s', async (_, session, seconds, expected) => {
    const own = await stored(session);
    expect(await outcome(request('login-complete', SIGNIN(own), at(seconds)))).toBe(expected);
    for (const cookies of [{}, SIGNIN(own, newSecret()), SESSION(own, signinSecret)]) {
      expect(await outcome(request('login-complete', cookies, at(seconds)))).toBe('not_waiting');
    }
  });
});

describe('a phone', () => {
  it('is known by its cookie, as long as its user is not disabled', async () => {
    const { cookies } = await phone();
    expect(await outcome(request('approvals', cookies, T0))).toBe('phone');
    const disabled = await phone({ disabled: true });
    expect(await outcome(request('approvals', disabled.cookies, T0))).toBe('user_disabled');
  });

  it('is none with anything else', async () => {
    const { userId, cookies } = await phone();
    const [, credentialKey = ''] = cookies['__Host-device']?.split('.') ?? [];
    for (const wrong of [
      { userId, credentialKey, secret: newSecret() },
      { userId: newUserId(), credentialKey, secret: deviceSecret },
      { userId, credentialKey: 'another', secret: deviceSecret },
    ]) {
      const forged = { '__Host-device': deviceToken(wrong) };
      expect(await outcome(request('approvals', forged, T0))).toBe('not_a_phone');
    }
    expect(await outcome(request('approvals', {}, T0))).toBe('not_a_phone');
  });
});

describe('where a session and a phone may both call', () => {
  it('the session is taken if there is one, unless the phone is asked for', async () => {
    const { cookies } = await phone();
    const session = await stored(active(T0));
    const both = { ...cookies, ...SESSION(session) };
    expect(await outcome(request('sessions', both, at(1)))).toBe('user');
    expect(await outcome(request('sessions', both, at(1), { as: 'phone' }))).toBe('phone');
    expect(await outcome(request('sessions', SESSION(session), at(1)))).toBe('user');
    expect(await outcome(request('sessions', cookies, at(1)))).toBe('phone');
    expect(await outcome(request('sessions', {}, at(1)))).toBe('not_a_phone');
  });
});

it('asks nobody where anybody may call', async () => {
  expect(await outcome(request('posts', { '__Host-session': 'garbage' }, T0))).toBe('anybody');
  expect(await outcome(request('status', {}, T0))).toBe('anybody');
});
