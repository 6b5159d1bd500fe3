import type { Change, Copier } from '../copies/change.ts';
import type { Item } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { editedIn } from '../posts/edit-store.ts';
import { postIdIn, postIn, postStore } from '../posts/post-store.ts';
import { postingStore } from './posting-store.ts';
import type { Searched } from './terms.ts';

/**
 * Has a post found by what it says, for as long as it stands: what is deleted or hidden leaves the index, with a place or
 * without, and what it said before an edit.
 */
export const indexPosts: Copier = async (db, { key, before, after }: Change) => {
  const id = postIdIn(key) ?? editedIn(key);
  if (id === undefined) return;
  const row = await postStore(db).rowOf(key.pk as UserId, id);
  await postingStore(db).index(
    postIn(row),
    [before, after].flatMap((image) => textIn(id, image)),
  );
};

/** What a post says or has said, by its row or that of an old version; a repost and a place say nothing. */
const textIn = (id: PostId, image: Item | undefined): (Searched & { id: PostId })[] =>
  image?.body === undefined ? [] : [{ ...(image as Item & Searched), id }];
