import type { PostId, UserId } from '../ids.ts';
import type { Post } from '../posts/post.ts';

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

export const entryOf = (post: Post): TimelineEntry => ({ author: post.userId, id: post.id, post });
