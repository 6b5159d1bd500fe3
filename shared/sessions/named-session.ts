import { NodError } from '../errors.ts';
import type { SessionId, UserId } from '../ids.ts';
import type { Session } from './session.ts';
import type { SessionStore } from './session-store.ts';

/** The user's session with this id, over or not. @throws {NodError} `not_found`, also for a decoy */
export async function namedSession(sessions: SessionStore, userId: UserId, id: SessionId): Promise<Session> {
  const session = await sessions.get(userId, id);
  if (session === undefined || session.decoy)
    throw new NodError('not_found', 'There is no such session.', { params: { what: 'session' } });
  return session;
}
