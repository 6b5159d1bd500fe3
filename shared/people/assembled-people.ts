import type { Database } from '../database.ts';
import type { UserId } from '../ids.ts';
import { personIn } from '../posts/post-response.ts';
import type { Named } from '../timelines/timeline-entry.ts';
import { isBlocked } from './hides.ts';
import { hidesFrom, hidesKey } from './hides-store.ts';
import { profileFrom, profileKey } from './profile-store.ts';

/**
 * People of a list, each once, as they are called now and without those whom the reader is not to see: one call, half a
 * unit for each.
 */
export async function assembledPeople(db: Database, reader: UserId | undefined, people: readonly Named[]) {
  if (people.length === 0) return [];
  const rows = await db.getTogether({
    Users: people.map(({ userId }) => profileKey(userId)),
    Posts: reader === undefined ? [] : [hidesKey(reader)],
  });
  const profiles = new Map(rows.Users.map(profileFrom).map((profile) => [profile.userId, profile]));
  const hides = hidesFrom(rows.Posts[0]);
  return people.filter(({ userId }) => !isBlocked(hides, userId)).map((person) => personIn(person, profiles));
}
