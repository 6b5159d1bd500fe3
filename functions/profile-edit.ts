import { profileEditCall } from '../shared/api/posts.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { optimisticRetry } from '../shared/optimistic-retry.ts';
import { changedProfile, profileEdit as editOf } from '../shared/people/profile-edit.ts';
import { profileStore } from '../shared/people/profile-store.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { peopleIndexStore } from '../shared/search/people-index-store.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { provenanceOf } from '../shared/sessions/provenance.ts';
import { undoLogStore } from '../shared/undo/undo-log-store.ts';
import { profileResponse } from '../shared/users/profile-response.ts';
import { userStore } from '../shared/users/user-store.ts';

/** Two pages of one person may save at once. */
const ATTEMPTS = 3;

/**
 * Changes what somebody says of themselves, with a note of what it was, in one transaction that is held to the session's
 * life. A new name stands in the user's row, the profile and this session at once; posts take it from the profile.
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
) =>
  endpoint(profileEditCall, async ({ body, caller: { session }, now }) => {
    const { userId } = session;
    await limits.count(LIMITS.profileEditsPerUser, userId, now);
    const changed = await optimisticRetry(
      ATTEMPTS,
      async () => {
        const [user, profile] = await Promise.all([users.get(userId), profiles.get(userId)]);
        if (user === undefined) throw new NodError('not_signed_in', 'Sign in first.');
        const edit = editOf({ ...profile, displayName: profile.displayName ?? user.displayName }, body);
        if (edit === undefined) return profileResponse(user, profile);
        const { displayName, pinned } = edit.after;
        const person = { userId, username: user.username };
        await db.write(
          displayName == null
            ? live.stillActive(session, now)
            : live.stillActiveAs(session, displayName, now),
          profiles.edit(profile, edit.after, provenanceOf(session)),
          undoLog.note(session, now, { kind: 'profile', ...edit }),
          ...(displayName == null
            ? []
            : [
                users.rename(userId, displayName),
                ...people.rename(
                  { ...person, displayName: profile.displayName ?? user.displayName },
                  { ...person, displayName },
                ),
              ]),
          ...(pinned == null ? [] : [posts.isThere(userId, pinned)]),
        );
        return profileResponse(user, changedProfile(profile, edit.after));
      },
      ({ failed: [isOver, isOther, ...others] }) => {
        if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
        if (!isOther && others.at(-1))
          throw new NodError('not_found', 'You have no such post.', { params: { what: 'post' } });
      },
    );
    return { status: 200, body: changed };
  });

await prime('Sessions');

export const handler = serve(profileEdit(database()));
