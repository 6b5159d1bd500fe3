import type { Relation } from '../people/follow.ts';
import type { Profile } from '../people/profile.ts';
import type { ProfileResponse } from '../responses.ts';
import type { User } from './user.ts';

/** @param relation what they and the reader are to each other, if that is somebody else who is signed in */
export function profileResponse(
  { username, displayName, createdAt }: User,
  { displayName: now = displayName, followers, following, posts }: Profile,
  relation?: Relation,
): ProfileResponse {
  return {
    username,
    displayName: now,
    createdAt: createdAt.toISOString(),
    counts: { followers, following, posts },
    ...relation,
  };
}
