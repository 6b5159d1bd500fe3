/** Pictures of a post that is being written. */
import type { Write } from '../database.ts';
import { NodError } from '../errors.ts';
import type { MediaId, PostId, UserId } from '../ids.ts';
import type { AttachingStore } from './attaching-store.ts';
import type { Media, PostMedia } from './media.ts';

/** A picture as whoever writes the post names it. */
export type AskedMedia = { id: MediaId; alt: string };

/**
 * The pictures that are asked for as the post will have them. That they are nothing else's is what the writes are held to.
 * @throws {NodError} `not_found` if one is not among the user's own
 */
export async function picturesOf(
  store: AttachingStore,
  userId: UserId,
  asked: readonly AskedMedia[],
): Promise<{ media: PostMedia[]; attach(postId: PostId): Write[] }> {
  if (new Set(asked.map(({ id }) => id)).size < asked.length) {
    throw new NodError('invalid_input', 'A picture stands in a post once.', { field: 'media' });
  }
  const found = await store.ofUser(
    userId,
    asked.map(({ id }) => id),
  );
  const media = asked.map(({ id, alt }) =>
    asInPost(
      found.find((one) => one.id === id),
      alt,
    ),
  );
  return { media, attach: (postId) => found.flatMap((one) => store.attach(one, postId)) };
}

function asInPost(found: Media | undefined, alt: string): PostMedia {
  if (found === undefined) {
    throw new NodError('not_found', 'You have no such picture.', {
      params: { what: 'image' },
      field: 'media',
    });
  }
  const { id, width, height, placeholder } = found;
  return { id, width, height, placeholder, alt };
}

/** Whether two posts show the same: for a repeat of a call that may have been answered. */
export const areSamePictures = (
  some: readonly PostMedia[] = [],
  others: readonly PostMedia[] = [],
): boolean =>
  some.length === others.length &&
  some.every(({ id, alt }, at) => id === others[at]?.id && alt === others[at]?.alt);
