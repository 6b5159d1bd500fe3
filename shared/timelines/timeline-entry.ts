import type { PostId, UserId } from '../ids.ts';
import type { Post, Written } from '../posts/post.ts';

/** Somebody, by the name that they had when it was written. */
export type Named = { userId: UserId; username: string; displayName: string };

/** A place in a list of posts: which post stands there, and whose repost has put it there, if one has. */
export type TimelineEntry = {
  author: UserId;
  id: PostId;
  by?: Named;
  /** The post itself, where the list has brought it. */
  post?: Post;
};

/** The place of a post, or of the post that is reposted. */
export function entryOf(written: Written): TimelineEntry {
  if (!('repostOf' in written)) return { author: written.userId, id: written.id, post: written };
  const { userId, username, displayName, repostOf } = written;
  return { author: repostOf.author, id: repostOf.id, by: { userId, username, displayName } };
}
