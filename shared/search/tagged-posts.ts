/**
 * The posts that have a tag, newest first. They are found by the tag's own list in the index, and each is looked at once
 * more as it stands: whatever is deleted, hidden or edited is as the search finds it (DESIGN.md §5.12), without the words of
 * six languages that it takes to search.
 */
import type { Database } from '../database.ts';
import type { PostId } from '../ids.ts';
import type { PostResponse } from '../responses.ts';
import { assembledPosts } from '../timelines/assembled-posts.ts';
import { postingListStore } from './posting-list-store.ts';
import { tagTerm } from './words.ts';

type Which = {
  /** How many posts at most. */
  limit: number;
  /** How many of the list are looked at, at most. */
  looked: number;
  isWanted?(post: PostResponse): boolean;
};

/**
 * One query, and then a read unit for each post that is looked at, at most: half of one for it and half for its author. Posts
 * are read so many at a time as are still wanted, so where all are wanted that is one read.
 * @param tag as it is compared (`tagIn`)
 * @returns the posts; and the last one that was looked at, if there may be more
 */
export async function taggedPosts(
  db: Database,
  tag: string,
  { limit, looked, isWanted = () => true }: Which,
): Promise<{ posts: PostResponse[]; next: PostId | null }> {
  const postings = await postingListStore(db).ofTerm(tagTerm(tag), undefined, looked + 1);
  const candidates = postings.slice(0, looked);
  const posts: PostResponse[] = [];
  let at = 0;
  while (at < candidates.length && posts.length < limit) {
    const asked = candidates.slice(at, at + limit - posts.length);
    const found = await assembledPosts(
      db,
      undefined,
      asked.map(({ id, author }) => ({ id, author })),
    );
    posts.push(...found.filter((post) => hasTag(post, tag) && isWanted(post)));
    at += asked.length;
  }
  const last = candidates[at - 1];
  return { posts, next: at < postings.length && last !== undefined ? last.id : null };
}

const hasTag = ({ entities }: PostResponse, tag: string): boolean =>
  entities.some((entity) => entity.kind === 'tag' && tagTerm(entity.tag) === tagTerm(tag));
