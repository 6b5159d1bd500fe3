/** The pictures behind an avatar: the new one is attached to the profile, the former one is let go (DESIGN.md §6.17). */
import type { Write } from '../database.ts';
import { NodError } from '../errors.ts';
import type { UserId } from '../ids.ts';
import { avatarIn, type Media } from '../media/media.ts';
import type { MediaStore } from '../media/media-store.ts';

/** An avatar by its path, as profiles have it; none where there is none. */
type Avatar = string | null | undefined;

/**
 * What goes with a profile's showing another picture, in one transaction with that.
 * @throws {NodError} `not_found` if they have no such avatar, `image_taken` if it was one before and is being deleted
 */
export async function changeAvatar(
  store: MediaStore,
  userId: UserId,
  { before, after }: { before: Avatar; after: Avatar },
  now: Date,
): Promise<Write[]> {
  const [former, next] = await both(store, userId, before, after);
  if (after != null && next?.use !== 'avatar') {
    throw new NodError('not_found', 'You have no such picture.', {
      params: { what: 'image' },
      field: 'avatar',
    });
  }
  if (next !== undefined && !isFree(next)) {
    throw new NodError('image_taken', 'This picture is used already. Upload it anew.', { field: 'avatar' });
  }
  return [...(next === undefined ? [] : store.wear(next, now)), ...lettingGo(store, former, now, false)];
}

/**
 * The same to take a change back; the edge forgets at once what somebody else has shown.
 * @returns also what is shown then: nothing where the former picture is deleted by now
 */
export async function restoreAvatar(
  store: MediaStore,
  userId: UserId,
  { before, after }: { before: Avatar; after: Avatar },
  now: Date,
): Promise<{ writes: Write[]; shown: string | null }> {
  const [taken, former] = await both(store, userId, after, before);
  const isThere = former !== undefined && isFree(former);
  return {
    writes: [...(isThere ? store.wear(former, now) : []), ...lettingGo(store, taken, now, true)],
    shown: isThere ? (before ?? null) : null,
  };
}

async function both(store: MediaStore, userId: UserId, ...paths: Avatar[]): Promise<(Media | undefined)[]> {
  const ids = paths.map(avatarIn);
  const found = await store.ofUser(userId, [...new Set(ids.filter((id) => id !== undefined))]);
  return ids.map((id) => found.find((media) => media.id === id));
}

const isFree = ({ attachedTo, goneAt }: Media): boolean => attachedTo === undefined && goneAt === undefined;

const lettingGo = (store: MediaStore, media: Media | undefined, now: Date, fromEdge: boolean): Write[] =>
  media?.attachedTo === undefined ? [] : store.takeOff(media, now, fromEdge);
