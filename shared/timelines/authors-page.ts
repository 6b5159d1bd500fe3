/** A page of what one author has written or reposted: all of it, or one kind (DESIGN.md §4.2). */
import type { UserId } from '../ids.ts';
import type { AuthorsPosts } from '../posts/authors-posts.ts';
import type { Written } from '../posts/post.ts';
import type { PostPage, PostStore } from '../posts/post-store.ts';

/** So many rows are looked at at once, and so often, for a page of one kind: at most 30 units, of rows as large as can be. */
const LOOKED_AT_ONCE = 20;
const LOOKS = 3;

type Range = Parameters<PostStore['ofAuthor']>[1];

/** Newest first. A page of one kind may be short, or empty, and not the last. */
export async function authorsPage(
  posts: PostStore,
  author: UserId,
  { before, limit, ...range }: Range,
  kind: AuthorsPosts | undefined,
): Promise<PostPage> {
  const pageBefore = (id: typeof before | null, most: number) =>
    posts.ofAuthor(author, { ...range, ...(id ? { before: id } : {}), limit: most });
  if (kind === undefined) return pageBefore(before, limit);
  const found: Written[] = [];
  let next = before ?? null;
  for (let look = 1; look <= LOOKS; look++) {
    const page = await pageBefore(next, LOOKED_AT_ONCE);
    found.push(...page.posts.filter((row) => isReply(row) === (kind === 'replies')));
    next = page.next;
    if (next === null || found.length >= limit) break;
  }
  const shown = found.slice(0, limit);
  return { posts: shown, next: found.length > limit ? (shown.at(-1)?.id ?? null) : next };
}

/** One that was taken out of its thread is one still. */
const isReply = (row: Written): boolean => 'replyTo' in row && row.replyTo !== undefined;
