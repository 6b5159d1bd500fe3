import type * as v from 'valibot';
import { profileEditCall } from '../shared/api/posts.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { avatarPath } from '../shared/media/media.ts';
import { mediaStore } from '../shared/media/media-store.ts';
import { optimisticRetry } from '../shared/optimistic-retry.ts';
import { changeAvatar } from '../shared/people/change-avatar.ts';
import { dayOf, lastSeenOf } from '../shared/people/last-seen.ts';
import type { Profile } from '../shared/people/profile.ts';
import { changedProfile, profileEdit as editOf, type ProfileChanges } from '../shared/people/profile-edit.ts';
import { profileStore } from '../shared/people/profile-store.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { peopleIndexStore } from '../shared/search/people-index-store.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { provenanceOf } from '../shared/sessions/provenance.ts';
import { undoLogStore } from '../shared/undo/undo-log-store.ts';
import { faceIn } from '../shared/users/face.ts';
import { profileResponse } from '../shared/users/profile-response.ts';
import { userStore } from '../shared/users/user-store.ts';

/** Two pages of one person may save at once. */
const ATTEMPTS = 3;

/**
 * Changes what somebody says of themselves, with a note of what it was, in one transaction that is held to the session's
 * life. A new name or picture stands in the user's row, the profile and this session at once; posts take it from the profile.
 */
export const profileEdit = (
  db: Database,
  users = userStore(db),
  profiles = profileStore(db),
  posts = postStore(db),
  live = liveSessionStore(db),
  people = peopleIndexStore(db),
  undoLog = undoLogStore(db),
  limits = limitStore(db),
  pictures = mediaStore(db),
) =>
  endpoint(profileEditCall, async ({ body, caller: { session }, now }) => {
    const { userId } = session;
    await limits.count(LIMITS.profileEditsPerUser, userId, now);
    const changed = await optimisticRetry(
      ATTEMPTS,
      async () => {
        const [user, profile] = await Promise.all([users.get(userId), profiles.get(userId)]);
        if (user === undefined) throw new NodError('not_signed_in', 'Sign in first.');
        const edit = editOf(
          { ...profile, displayName: profile.displayName ?? user.displayName },
          wanted(body, profile, now),
        );
        if (edit === undefined) return { ...profileResponse(user, profile), ...lastSeenOf(profile) };
        const { displayName, pinned, avatar } = edit.after;
        const face = faceIn(edit.after);
        const person = { userId, username: user.username };
        await db.write(
          face === undefined ? live.stillActive(session, now) : live.stillActiveAs(session, face, now),
          profiles.edit(profile, edit.after, provenanceOf(session)),
          undoLog.note(session, now, { kind: 'profile', ...edit }),
          ...(face === undefined ? [] : [users.showAs(userId, face)]),
          ...(displayName == null
            ? []
            : people.rename(
                { ...person, displayName: profile.displayName ?? user.displayName },
                { ...person, displayName },
              )),
          ...(avatar === undefined
            ? []
            : await changeAvatar(pictures, userId, { before: profile.avatar, after: avatar }, now)),
          ...(pinned == null ? [] : [posts.isThere(userId, pinned)]),
        );
        const next = changedProfile(profile, edit.after);
        return { ...profileResponse(user, next), ...lastSeenOf(next) };
      },
      ({ failed: [isOver, isOther, ...others] }) => {
        if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
        if (!isOther && body.pinned != null && others.at(-1))
          throw new NodError('not_found', 'You have no such post.', { params: { what: 'post' } });
      },
    );
    return { status: 200, body: changed };
  });

/** As the profile is to have it: a picture by its path, and in the place of whether the day is shown the day. */
function wanted(
  { avatar, showsLastSeen, ...changes }: ProfileInput,
  { lastSeen }: Profile,
  now: Date,
): ProfileChanges {
  return {
    ...changes,
    avatar: avatar && avatarPath(avatar),
    ...(showsLastSeen === undefined ? {} : { lastSeen: showsLastSeen ? (lastSeen ?? dayOf(now)) : null }),
  };
}

type ProfileInput = v.InferOutput<typeof profileEditCall.body>;

await prime('Sessions');

export const handler = serve(profileEdit(database()));
