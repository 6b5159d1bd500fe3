/** The lists of who follows somebody and whom they follow, as whoever reads is to see them. */
import { toCursor } from '../api/cursor.ts';
import type { Database } from '../database.ts';
import { NodError } from '../errors.ts';
import type { UserId } from '../ids.ts';
import { personIn } from '../posts/post-response.ts';
import type { AnswerBody } from '../responses.ts';
import { userStore } from '../users/user-store.ts';
import type { FollowList } from './follow.ts';
import { followKey, followStore, relationIn } from './follow-store.ts';
import { isBlocked } from './hides.ts';
import { hidesFrom, hidesKey } from './hides-store.ts';
import { profileFrom, profileKey } from './profile-store.ts';

/**
 * How many people a page has. For each there is half a unit to read of what they are called now, and for whoever is signed
 * in one more, of who follows whom: so that both pages cost less than 31.
 */
const PAGE = { ofAnybody: 50, ofReader: 18 };

/** A page of a list, without those whom the reader is not to see. @throws {NodError} `not_found` */
export async function listPeople(
  db: Database,
  list: FollowList,
  { username, after, reader }: { username: string; after: string | undefined; reader: UserId | undefined },
): Promise<AnswerBody<'followers'>> {
  const userId = await idOf(db, username);
  const limit = reader === undefined ? PAGE.ofAnybody : PAGE.ofReader;
  const { people, next } = await followStore(db).page(userId, list, { after, limit });
  const end = { next: next === undefined ? null : toCursor(next) };
  if (people.length === 0) return { items: [], ...end };

  const others = people.filter((person) => person.userId !== reader);
  const rows = await db.getTogether({
    Users: people.map((person) => profileKey(person.userId)),
    Posts:
      reader === undefined
        ? []
        : [
            hidesKey(reader),
            ...others.flatMap((other) => [followKey(reader, other.userId), followKey(other.userId, reader)]),
          ],
  });
  const profiles = new Map(rows.Users.map(profileFrom).map((profile) => [profile.userId, profile]));
  const hides = hidesFrom(rows.Posts.find(({ pk, sk }) => pk === reader && sk === hidesKey(userId).sk));
  return {
    items: people
      .filter((person) => !isBlocked(hides, person.userId))
      .map((person) => ({
        ...personIn(person, profiles),
        ...(reader === undefined || person.userId === reader
          ? {}
          : relationIn(rows.Posts, reader, person.userId)),
      })),
    ...end,
  };
}

/** Whose a name is. @throws {NodError} `not_found` */
export async function idOf(db: Database, username: string): Promise<UserId> {
  const userId = await userStore(db).idByName(username);
  if (userId === undefined)
    throw new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' } });
  return userId;
}
