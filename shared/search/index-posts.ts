import type { Change, Copier } from '../copies/change.ts';
import type { Item } from '../database.ts';
import type { UserId } from '../ids.ts';
import { isPostRow, postFrom, postIdIn, postStore } from '../posts/post-store.ts';
import { postingStore } from './posting-store.ts';

/** Has a post found by what it says, for as long as it stands: what is deleted or hidden leaves the index. */
export const indexPosts: Copier = async (db, { key, before, after }: Change) => {
  const id = postIdIn(key);
  if (id === undefined) return;
  const row = await postStore(db).rowOf(key.pk as UserId, id);
  const [now] = postsIn(row);
  await postingStore(db).index(now, postsIn(before, after));
};

/** The posts among rows; a repost says nothing of its own. */
const postsIn = (...rows: (Item | undefined)[]) =>
  rows.flatMap((row) => (row !== undefined && isPostRow(row) ? [postFrom(row)] : []));
