import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { mediaStore } from '../media/media-store.ts';
import { peopleIndexStore } from '../search/people-index-store.ts';
import type { Undone } from '../undo/undoable.ts';
import { faceIn } from '../users/face.ts';
import { userStore } from '../users/user-store.ts';
import { restoreAvatar } from './change-avatar.ts';
import { takingBack } from './profile-edit.ts';
import { profileStore } from './profile-store.ts';

/** What takes an edit of a profile back, as far as nothing has been changed since: writes that are held to its being so. */
export async function undoProfile(
  db: Database,
  userId: UserId,
  { before, after, sessionId, approvedBy }: Undone<'profile'>,
  now: Date,
): Promise<Write[]> {
  const [users, profiles] = [userStore(db), profileStore(db)];
  const [user, profile] = await Promise.all([users.get(userId), profiles.get(userId)]);
  if (user === undefined) return [];
  const { username } = user;
  const displayName = profile.displayName ?? user.displayName;
  const changes = takingBack({ ...profile, displayName }, { before, after });
  if (Object.keys(changes).length === 0) return [];
  const maker = { sessionId, ...(approvedBy === undefined ? {} : { approvedBy }) };
  const name = changes.displayName;
  const pictures =
    changes.avatar === undefined
      ? undefined
      : await restoreAvatar(mediaStore(db), userId, { before: changes.avatar, after: after.avatar }, now);
  if (pictures !== undefined) changes.avatar = pictures.shown;
  const face = faceIn(changes);
  return [
    profiles.edit(profile, changes, maker),
    ...(face === undefined ? [] : [users.showAs(userId, face)]),
    ...(pictures?.writes ?? []),
    ...(name == null
      ? []
      : [
          ...peopleIndexStore(db).rename(
            { userId, username, displayName },
            { userId, username, displayName: name },
          ),
        ]),
  ];
}
