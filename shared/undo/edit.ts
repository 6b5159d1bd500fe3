import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { editStore } from '../posts/edit-store.ts';
import { postStore } from '../posts/post-store.ts';
import type { Undoable } from './undoable.ts';

/**
 * The version before stands again; where somebody has edited since, what they wrote stays, and only the version between
 * goes. Undo the newest edit first.
 * @returns writes that hold to what was read; none if the post is gone, or that version is
 */
export async function undoEdit(
  db: Database,
  userId: UserId,
  { post: id, version }: Extract<Undoable, { kind: 'edit' }>,
): Promise<Write[]> {
  const edits = editStore(db);
  const post = await postStore(db).ofAuthorById(userId, id);
  if (post === undefined) return [];
  const versions = await edits.of(post);
  // The text that this edit has made was kept by the one after it.
  const made = versions.find(({ n }) => n === version + 1);
  if (made !== undefined) return [edits.drop(post, made)];
  const before = versions.find(({ n }) => n <= version);
  if (before === undefined || post.edits !== version + 1) return [];
  return edits.restore(post, before);
}
