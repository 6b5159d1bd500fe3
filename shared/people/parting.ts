/** What a block ends between two people besides sight: that they follow each other, which comes back to nobody by itself. */
import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { Follow } from './follow.ts';
import { followStore } from './follow-store.ts';
import { profileStore } from './profile-store.ts';

/** How two people follow each other: the one the other, and the other the one. */
export type Followings = { there: Follow | undefined; back: Follow | undefined };

export async function followingsBetween(db: Database, one: UserId, other: UserId): Promise<Followings> {
  const follows = followStore(db);
  const [there, back] = await Promise.all([follows.get(one, other), follows.get(other, one)]);
  return { there, back };
}

/** Ends both; refused if anything of it has changed since it was read. */
export function partingWrites(db: Database, one: UserId, other: UserId, found: Followings): Write[] {
  const [follows, profiles] = [followStore(db), profileStore(db)];
  const { there, back } = found;
  const lost = (isOne: boolean) => ({
    following: (isOne ? there : back) === undefined ? 0 : -1,
    followers: (isOne ? back : there) === undefined ? 0 : -1,
  });
  return [
    ...(there === undefined ? [follows.isNotFollowing(one, other)] : follows.endRows(there)),
    ...(back === undefined ? [follows.isNotFollowing(other, one)] : follows.endRows(back)),
    ...(there === undefined && back === undefined
      ? []
      : [profiles.countAll(one, lost(true)), profiles.countAll(other, lost(false))]),
  ];
}
