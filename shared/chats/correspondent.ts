import { NodError } from '../errors.ts';
import type { UserId } from '../ids.ts';
import type { UserStore } from '../users/user-store.ts';

/** Whom a name in an address of conversations means. @throws {NodError} `not_found`, also for oneself */
export async function correspondent(users: UserStore, userId: UserId, username: string): Promise<UserId> {
  const other = await users.idByName(username);
  if (other === undefined)
    throw new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' } });
  if (other === userId)
    throw new NodError('not_found', 'Nobody writes to themselves.', { params: { what: 'thing' } });
  return other;
}
