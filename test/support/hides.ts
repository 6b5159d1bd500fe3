/** People who follow, mute and block each other, as their rows say it. */
import type { UserId } from '../../shared/ids.ts';
import { followStore } from '../../shared/people/follow-store.ts';
import { hidesStore } from '../../shared/people/hides-store.ts';
import { profileStore } from '../../shared/people/profile-store.ts';
import { userStore } from '../../shared/users/user-store.ts';
import type { Browser } from './browser.ts';
import type { Nod } from './nod.ts';
import { newPerson } from './people.ts';

export type Somebody = Awaited<ReturnType<typeof newPerson>> & { userId: UserId };

export function hidesOf(nod: Nod) {
  // Once there is a database.
  const stores = () => [followStore(nod.db), hidesStore(nod.db), profileStore(nod.db)] as const;
  const idOf = async (username: string) => (await userStore(nod.db).idByName(username)) as UserId;

  return {
    idOf,
    async somebody(): Promise<Somebody> {
      const person = await newPerson(nod);
      return { ...person, userId: await idOf(person.username) };
    },

    /** By the very writes of the store, so that rows and counts are as they would be. */
    async follow(follower: Somebody, followed: Somebody, browser: Browser = follower.browser): Promise<void> {
      const { session } = await browser.succeed('me');
      const [follows] = stores();
      const nameOf = ({ userId, username }: Somebody) => ({ userId, username, displayName: username });
      await nod.db.write(
        ...follows.follow(
          { follower: follower.userId, followed: followed.userId, at: new Date(), sessionId: session.id },
          { follower: nameOf(follower), followed: nameOf(followed) },
        ),
      );
    },

    /** What stands between two people, and all that is counted of them. */
    async between(one: Somebody, other: Somebody) {
      const [follows, hides, profiles] = stores();
      const [mine, theirs, there, back, ofOne, ofOther] = await Promise.all([
        hides.get(one.userId),
        hides.get(other.userId),
        follows.get(one.userId, other.userId),
        follows.get(other.userId, one.userId),
        profiles.get(one.userId),
        profiles.get(other.userId),
      ]);
      return {
        muted: mine.muted.has(other.userId),
        blocked: [mine.blocked.has(other.userId), theirs.blockedBy.has(one.userId)],
        follows: [there !== undefined, back !== undefined],
        counts: [
          [ofOne.following, ofOne.followers],
          [ofOther.following, ofOther.followers],
        ],
      };
    },
  };
}

export const STRANGERS = {
  muted: false,
  blocked: [false, false],
  follows: [false, false],
  counts: [
    [0, 0],
    [0, 0],
  ],
};

export const FRIENDS = {
  ...STRANGERS,
  follows: [true, true],
  counts: [
    [1, 1],
    [1, 1],
  ],
};
