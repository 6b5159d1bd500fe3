/** How somebody is shown: the name and the picture that the user's row and a session have of their profile. */
import type { Profile } from '../people/profile.ts';
import type { ProfileChanges } from '../people/profile-edit.ts';

/** What of it changes; `null` takes the picture away. */
export type FaceChanges = { displayName?: string; avatar?: string | null };

/** What of the changes of a profile that is; `undefined` where it stays as it is. */
export function faceIn({ displayName, avatar }: ProfileChanges): FaceChanges | undefined {
  const face: FaceChanges = {
    ...(displayName == null ? {} : { displayName }),
    ...(avatar === undefined ? {} : { avatar }),
  };
  return Object.keys(face).length === 0 ? undefined : face;
}

/** What a row has to change to show somebody as their profile does; `undefined` where it does so. */
export function faceUnlike(
  row: Pick<Profile, 'displayName' | 'avatar'>,
  { displayName = row.displayName, avatar }: Pick<Profile, 'displayName' | 'avatar'>,
): FaceChanges | undefined {
  return faceIn({
    ...(displayName === row.displayName ? {} : { displayName }),
    ...(avatar === row.avatar ? {} : { avatar: avatar ?? null }),
  });
}
