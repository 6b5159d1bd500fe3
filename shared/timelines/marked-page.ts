/** A page of what somebody has saved, or likes, as it is now: what one has marked is there, whoever is muted since. */
import { toCursor } from '../api/cursor.ts';
import type { Database } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { MarkedPlace } from '../posts/mark.ts';
import { type MarkList, markedPostStore } from '../posts/marked-post-store.ts';
import type { List, PostResponse } from '../responses.ts';
import { assembledPosts, blockedOnly } from './assembled-posts.ts';

export async function markedPage(
  db: Database,
  list: MarkList,
  reader: UserId,
  { cursor, limit }: { cursor?: MarkedPlace | undefined; limit: number },
): Promise<List<PostResponse>> {
  const { entries, next } = await markedPostStore(db, list).ofUser(reader, {
    limit,
    ...(cursor === undefined ? {} : { before: cursor }),
  });
  return {
    items: await assembledPosts(db, reader, entries, blockedOnly),
    next: next && toCursor(next),
  };
}
