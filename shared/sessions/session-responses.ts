/** Sessions as answers have them: for the person, for the phone that is asked, and in the lists of browsers. */
import type {
  ApprovalResponse,
  BrowserResponse,
  SessionResponse,
  TakenBackResponse,
  UserResponse,
} from '../responses.ts';
import type { UndoneActs } from '../undo/undoable.ts';
import type { TakenBack } from './consequences.ts';
import type { GrantedSession } from './granted-session.ts';
import type { KnownBrowser } from './known-browser.ts';
import type { Session } from './session.ts';

export function userResponse({
  username,
  displayName,
  avatar,
  roles,
}: Pick<Session, 'username' | 'displayName' | 'avatar' | 'roles'>): UserResponse {
  return { username, displayName, ...(avatar === undefined ? {} : { avatar }), roles };
}

/** Never with the number: the phone has it from the person (DESIGN.md §4). */
export function approvalResponse(session: Session): ApprovalResponse {
  const { id: sessionId, browser, os, place, ip, known, startedAt, endsAt, act } = session;
  return {
    sessionId,
    browser,
    os,
    place,
    ip,
    known,
    startedAt: startedAt.toISOString(),
    expiresAt: endsAt.toISOString(),
    ...(act === undefined ? {} : { act }),
  };
}

export function takenBackResponse(
  { devices, links, codes, sessions }: TakenBack,
  { acts, more }: UndoneActs,
): TakenBackResponse {
  return {
    phones: devices.map(({ name }) => name),
    providers: links.map(({ provider }) => provider),
    recoveryCode: codes.length > 0,
    sessions: sessions.length,
    acts,
    ...(more ? { more } : {}),
  };
}

/** A session that is signed in, and so was approved and completed. */
export function sessionResponse(
  session: Omit<GrantedSession, 'status'>,
  currentId: Session['id'] | undefined,
): SessionResponse {
  const { id, browser, os, place, endsAt, lifetime = '24h', lifetimeEndsAt = endsAt } = session;
  const { approvedAt = endsAt, completedAt = approvedAt, lastActiveAt = completedAt } = session;
  const provider = session.providerLabel ?? session.provider;
  return {
    id,
    browser,
    os,
    place,
    createdAt: (session.signedInAt ?? completedAt).toISOString(),
    lastActiveAt: lastActiveAt.toISOString(),
    expiresAt: endsAt.toISOString(),
    lifetime,
    lifetimeEndsAt: lifetimeEndsAt.toISOString(),
    current: id === currentId,
    device: session.device?.name ?? null,
    ...(provider === undefined ? {} : { provider }),
  };
}

export function browserResponse(known: KnownBrowser, current: boolean): BrowserResponse {
  const { id, browser, os, place, createdAt, lastUsedAt } = known;
  return {
    id,
    browser,
    os,
    place,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    current,
  };
}
