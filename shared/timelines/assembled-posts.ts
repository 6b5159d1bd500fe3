/**
 * Lists hold ids, and pages put together what they show of them (DESIGN.md §3): the posts as they stand, their authors'
 * profiles, and what the reader has done with them, all in one read. So an edit, a deletion, a new name and a block act
 * with the next page of everybody, and nothing has to be copied after them.
 */
import type { Database } from '../database.ts';
import type { UserId } from '../ids.ts';
import { type Hides, isBlocked, NOBODY_HIDDEN } from '../people/hides.ts';
import { hidesFrom, hidesKey } from '../people/hides-store.ts';
import { profileFrom, profileKey } from '../people/profile-store.ts';
import type { Mark } from '../posts/mark.ts';
import { markedIn, markFrom, markKey } from '../posts/mark-store.ts';
import { type Gone, isPlace, type Post, type PostPlace } from '../posts/post.ts';
import { postResponse } from '../posts/post-response.ts';
import { isPostRow, postKey, rowFrom } from '../posts/post-store.ts';
import type { PostResponse } from '../responses.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** Whether an entry is left out of a list for what its reader does not want to see, or must not. */
export type IsLeftOut = (entry: TimelineEntry, hides: Hides) => boolean;

/** Of lists in which one meets whoever writes. */
export const unseen: IsLeftOut = ({ author, by }, hides) =>
  [author, ...(by === undefined ? [] : [by.userId])].some(
    (userId) => isBlocked(hides, userId) || hides.muted.has(userId),
  );

/** Of somebody's own page, which shows also those whom one has muted. */
export const blockedOnly: IsLeftOut = ({ author, by }, hides) =>
  isBlocked(hides, author) || (by !== undefined && isBlocked(hides, by.userId));

/**
 * The entries as answers, in their order, without those whose post is gone; a post that stands in several places, reposted,
 * is there once, where it stands first. At most 1 + 1.5 read units for each entry, by one call, and none for a list that
 * is empty.
 */
export async function assembledPosts(...list: Parameters<typeof assembledEntries>): Promise<PostResponse[]> {
  const shown = new Set<string>();
  return (await assembledEntries(...list)).filter((entry): entry is PostResponse => {
    if (typeof entry === 'string' || shown.has(entry.id)) return false;
    shown.add(entry.id);
    return true;
  });
}

/** The same, one answer for each entry: the post, or why there is none. */
export async function assembledEntries(
  db: Database,
  reader: UserId | undefined,
  entries: readonly TimelineEntry[],
  isLeftOut: IsLeftOut = unseen,
): Promise<(PostResponse | Gone | 'unseen')[]> {
  if (entries.length === 0) return [];
  const brought = entries.flatMap(({ post }) => (post === undefined ? [] : [post]));
  const people = new Set(entries.flatMap(({ author, by }) => [author, ...(by ? [by.userId] : [])]));
  const missing = new Map(entries.filter(({ post }) => !post).map(({ id, author }) => [id, author]));
  const rows = await db.getTogether({
    Users: [...people].map(profileKey),
    Posts: [
      ...[...missing].map(([id, author]) => postKey(author, id)),
      ...(reader === undefined
        ? []
        : [hidesKey(reader), ...[...new Set(entries.map(({ id }) => id))].map((id) => markKey(reader, id))]),
    ],
  });

  const profiles = new Map(rows.Users.map(profileFrom).map((profile) => [profile.userId, profile]));
  const marks = new Map<string, Mark>();
  const found: (Post | PostPlace)[] = [];
  let hides = NOBODY_HIDDEN;
  for (const row of rows.Posts) {
    const marked = markedIn(row);
    if (marked !== undefined) marks.set(marked, markFrom(row));
    else if (isPostRow(row)) found.push(rowFrom(row));
    else hides = hidesFrom(row);
  }
  const posts = new Map([...brought, ...found].map((post) => [post.id, post]));
  return entries.map((entry) => {
    const post = posts.get(entry.id);
    if (post === undefined) return 'deleted';
    if (isLeftOut(entry, hides)) return 'unseen';
    if (isPlace(post)) return post.gone;
    return postResponse(post, {
      profiles,
      by: entry.by,
      ...(reader === undefined ? {} : { mark: marks.get(entry.id) ?? {} }),
    });
  });
}
