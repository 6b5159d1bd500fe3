/** Reads what a feed has in it. What is deleted or hidden, and whose posts are shown, is as on the page that shows the same. */
import type { Database } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { profileStore } from '../people/profile-store.ts';
import type { Post, Written } from '../posts/post.ts';
import { postStore } from '../posts/post-store.ts';
import { taggedPosts } from '../search/tagged-posts.ts';
import { assembledPosts } from '../timelines/assembled-posts.ts';
import { entryOf } from '../timelines/timeline-entry.ts';
import { profileResponse } from '../users/profile-response.ts';
import { userOf } from '../users/user-store.ts';
import { type Feed, latestChange, MOST_IN_FEED } from './feed.ts';
import { tagPath } from './formats.ts';

/**
 * How many rows of somebody's are read, one step after the other until the feed is full: as many as a page of theirs takes at
 * most. Whoever has only answered for as long has no news for those who read feeds.
 */
const STEPS = [30, 30] as const;

/** Of a tag's list, whose rows are small. */
const MOST_LOOKED = 60;

/** Nothing has ever happened to a tag that nobody has used. */
const NEVER = new Date(0).toISOString();

/** Somebody's last posts, without replies and reposts; `undefined` if there is no such user. */
export async function authorFeed(db: Database, userId: UserId): Promise<Feed | undefined> {
  const [user, profile, written] = await Promise.all([
    userOf(db, userId),
    profileStore(db).get(userId),
    lastPosts(db, userId),
  ]);
  if (user === undefined) return undefined;
  const { username, displayName, createdAt, about, avatar } = profileResponse(user, profile);
  const shown = await assembledPosts(db, undefined, written.map(entryOf));
  return {
    title: `${displayName} (@${username}) · Nod`,
    page: `/@${username}`,
    updated: latestChange(shown, createdAt),
    about,
    author: { username, displayName, ...(avatar === undefined ? {} : { avatar }) },
    posts: shown,
  };
}

/** At most 60 rows, by two queries. */
async function lastPosts(db: Database, userId: UserId): Promise<Post[]> {
  const posts = postStore(db);
  const found: Post[] = [];
  let before: PostId | null = null;
  for (const limit of STEPS) {
    const page = await posts.ofAuthor(userId, { limit, ...(before === null ? {} : { before }) });
    found.push(...page.posts.filter(isFirst));
    before = page.next;
    if (found.length >= MOST_IN_FEED || before === null) break;
  }
  return found.slice(0, MOST_IN_FEED);
}

/** Neither a repost nor a reply. */
const isFirst = (written: Written): written is Post =>
  !('repostOf' in written) && written.replyTo === undefined;

/** The last posts with a tag, without replies. @param tag as it is compared */
export async function tagFeed(db: Database, tag: string): Promise<Feed> {
  const { posts } = await taggedPosts(db, tag, {
    limit: MOST_IN_FEED,
    looked: MOST_LOOKED,
    isWanted: ({ replyTo }) => replyTo === undefined,
  });
  return { title: `#${tag} · Nod`, page: tagPath(tag), updated: latestChange(posts, NEVER), posts };
}
