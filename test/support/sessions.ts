/** Sessions at each station of their way (DESIGN.md §2), made by the rules themselves from one moment on. */
import type { Write } from '../../shared/database.ts';
import { newSessionId, newTicketId, newUserId } from '../../shared/ids.ts';
import { secondsAfter } from '../../shared/seconds.ts';
import { digest } from '../../shared/secrets.ts';
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
