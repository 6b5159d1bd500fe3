import { NodError } from '../errors.ts';
import type { UserId } from '../ids.ts';
import type { Session } from '../sessions/session.ts';
import type { UserStore } from '../users/user-store.ts';

/** Whom a name belongs to: somebody else than who asks. @throws {NodError} `not_found`, `invalid_input` */
export async function otherPerson(users: UserStore, session: Session, username: string): Promise<UserId> {
  const userId = await users.idByName(username);
  if (userId === undefined)
    throw new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' } });
  if (userId === session.userId) throw new NodError('invalid_input', 'This is yourself.');
  return userId;
}
