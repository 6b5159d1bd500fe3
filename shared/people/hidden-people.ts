/** Whom somebody has muted and blocked, by name. */
import type { Database } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { HiddenPersonResponse } from '../responses.ts';
import { userFrom, userKey } from '../users/user-store.ts';
import type { Hides } from './hides.ts';
import { profileFrom, profileKey } from './profile-store.ts';

/** Two rows of each are read by one call, which takes a hundred. */
const PAGE = 50;

/** A page of them in the order of their ids, since nothing says when it was, and after whom the next one goes on. */
export async function hiddenPeople(
  db: Database,
  { muted, blocked }: Hides,
  after: UserId | undefined,
): Promise<{ people: HiddenPersonResponse[]; next?: UserId }> {
  const all = [...new Set([...blocked, ...muted])].sort();
  const left = after === undefined ? all : all.filter((id) => id > after);
  const page = left.slice(0, PAGE);
  if (page.length === 0) return { people: [] };
  const { Users } = await db.getTogether({ Users: page.flatMap((id) => [userKey(id), profileKey(id)]) });
  const users = new Map(Users.filter(({ sk }) => sk === 'user').map((row) => [row.pk, userFrom(row)]));
  const profiles = new Map(Users.filter(({ sk }) => sk !== 'user').map((row) => [row.pk, profileFrom(row)]));
  const people = page.flatMap((id) => {
    const [user, profile] = [users.get(id), profiles.get(id)];
    if (user === undefined) return [];
    return [
      {
        username: user.username,
        displayName: profile?.displayName ?? user.displayName,
        ...(profile?.avatar === undefined ? {} : { avatar: profile.avatar }),
        muted: muted.has(id),
        blocked: blocked.has(id),
      },
    ];
  });
  const last = page.at(-1);
  return left.length > page.length && last !== undefined ? { people, next: last } : { people };
}
