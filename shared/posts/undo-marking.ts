/** Takes back what a reported session did with posts, by what the undo log says of it (DESIGN.md §6.15). */
import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { UndoEntry } from '../undo/undo-log-store.ts';
import type { Mark } from './mark.ts';
import { markFrom, markKey, markStore } from './mark-store.ts';
import { markedPostStore } from './marked-post-store.ts';
import type { Marking } from './marking.ts';
import { postKey, postStore } from './post-store.ts';
import { repostStore } from './repost-store.ts';

export type MarkingEntry = Extract<UndoEntry, { kind: Marking }>;

/**
 * The writes that undo it, whose conditions hold to the rows as they were read; none where it is undone already, or was done
 * anew since. A post that is gone has taken its counts along.
 */
export async function undoMarking(db: Database, userId: UserId, entry: MarkingEntry): Promise<Write[]> {
  const { author, post: id } = entry;
  const [posts, marks, reposts] = [postStore(db), markStore(db), repostStore(db)];
  const [saved, liked] = [markedPostStore(db, 'saved'), markedPostStore(db, 'liked')];
  const keys = [postKey(author, id), markKey(userId, id)];
  const rows = await db.getAll(db.tableName('Posts'), keys);
  const row = rows.find(({ sk }) => sk === markKey(userId, id).sk);
  const mark: Mark = row === undefined ? {} : markFrom(row);
  const isThere = rows.some(({ sk, feed }) => sk === postKey(author, id).sk && feed !== undefined);

  switch (entry.kind) {
    case 'like':
      return mark.liked === entry.likedAt && isThere
        ? [
            marks.clear(userId, id, 'liked', entry.likedAt),
            posts.count(author, id, 'likes', -1),
            liked.remove(userId, entry.likedAt, id),
          ]
        : [];
    case 'unlike':
      return mark.liked === undefined && isThere
        ? [
            marks.set(userId, id, 'liked', entry.likedAt),
            posts.count(author, id, 'likes', 1),
            liked.add(userId, entry.likedAt, { author, id }),
          ]
        : [];
    case 'repost':
      return mark.reposted === entry.repost && isThere
        ? [
            marks.clear(userId, id, 'reposted', entry.repost),
            posts.count(author, id, 'reposts', -1),
            reposts.delete(userId, entry.repost),
          ]
        : [];
    case 'unrepost':
      return mark.reposted === undefined && isThere
        ? [
            marks.set(userId, id, 'reposted', entry.row.postId as NonNullable<Mark['reposted']>),
            posts.count(author, id, 'reposts', 1),
            reposts.putBack(entry.row),
          ]
        : [];
    case 'save':
      return mark.saved === entry.savedAt
        ? [marks.clear(userId, id, 'saved', entry.savedAt), saved.remove(userId, entry.savedAt, id)]
        : [];
    case 'unsave':
      return mark.saved === undefined
        ? [marks.set(userId, id, 'saved', savedAtOf(entry.row.sk)), saved.putBack(entry.row)]
        : [];
  }
}

const savedAtOf = (sk: unknown): string => String(sk).split('#')[1] ?? '';
