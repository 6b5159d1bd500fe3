/** Sessions at each station of their way (DESIGN.md §2), made by the rules themselves from one moment on. */
import type { Write } from '../../shared/database.ts';
import { sessionToken } from '../../shared/http/cookies.ts';
import { newSessionId, newTicketId, newUserId, type UserId } from '../../shared/ids.ts';
import { secondsAfter } from '../../shared/seconds.ts';
import { digest, newSecret } from '../../shared/secrets.ts';
import {
  approve,
  cancel,
  close,
  complete,
  deny,
  type Lifetime,
  PENDING_SECONDS,
  type Session,
} from '../../shared/sessions/session.ts';
import type { SessionStore } from '../../shared/sessions/session-store.ts';

export const SIGNIN_SECRET = 'the secret of the sign-in cookie';
export const SESSION_SECRET = 'the secret of the session cookie';
export const KEY_HASH = digest('the key of the completion');
export const DEVICE = { id: 'dev_phone', name: 'Pixel 9' } as const;

/** A sign-in that a known browser asked for at `startedAt`. */
export function pending(startedAt: Date, as: Partial<Session> = {}): Session & { number: string } {
  return {
    id: newSessionId(),
    userId: newUserId(),
    username: 'susan',
    displayName: 'Susan',
    roles: [],
    purpose: 'signin',
    status: 'pending',
    startedAt,
    endsAt: secondsAfter(startedAt, PENDING_SECONDS),
    signinHash: digest(SIGNIN_SECRET),
    decoy: false,
    browser: 'Firefox 143',
    os: 'Windows',
    place: 'Lisbon, Portugal',
    ip: '192.0.2.7',
    known: true,
    number: '012345',
    ...as,
  };
}

/** A registration that waits for a phone to enrol. */
export function registering(startedAt: Date): Session {
  const { number: _, ...session } = pending(startedAt, { purpose: 'registration', known: false });
  return { ...session, ticketId: newTicketId() };
}

type Choice = { lifetime?: Lifetime; presence?: boolean };

/** Approved at `at`, right after it was asked for. */
export function approved(at: Date, { lifetime = '24h', presence = false }: Choice = {}): Session {
  return approve(pending(at), { lifetime, presence, device: DEVICE }, at);
}

/** Approved and completed at `at`. */
export function active(at: Date, choice: Choice = {}): Session {
  const attempt = { secretHash: digest(SESSION_SECRET), keyHash: KEY_HASH, receivedAt: at };
  return complete(approved(at, choice), attempt, at);
}

export const denied = (at: Date): Session => deny(pending(at), false, at);
export const cancelled = (at: Date): Session => cancel(pending(at), at);
export const closed = (at: Date): Session => close(active(at), 'phone', at);

/** Writes a session as it stands at some station, with its entry in the list of those that are let in. */
export function standing(store: SessionStore, session: Session): Write[] {
  const entry = session.status === 'active' ? store.complete(session, session.startedAt).slice(1) : [];
  return [...store.start(session), ...entry];
}

const IN_A_TRANSACTION = 100;

/** Lets a person in that often, on the way that the store has for it, and returns the cookies. */
export async function putActiveSessions(
  { start, complete: completion }: SessionStore,
  send: (writes: Write[]) => Promise<unknown>,
  userId: UserId,
  howMany: number,
): Promise<string[]> {
  const now = new Date();
  const sessions = Array.from({ length: howMany }, () => {
    const secret = newSecret();
    const waiting = { ...approved(now), id: newSessionId(), userId };
    const attempt = { secretHash: digest(secret), keyHash: undefined, receivedAt: now };
    return { waiting, active: complete(waiting, attempt, now), secret };
  });
  for (const writes of [
    sessions.flatMap(({ waiting }) => start(waiting)),
    sessions.flatMap(({ active }) => completion(active, now)),
  ]) {
    for (let at = 0; at < writes.length; at += IN_A_TRANSACTION)
      await send(writes.slice(at, at + IN_A_TRANSACTION));
  }
  return sessions.map(({ active, secret }) => sessionToken({ userId, sessionId: active.id, secret }));
}
