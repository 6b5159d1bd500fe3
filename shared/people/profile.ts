import type { PostId, UserId } from '../ids.ts';

/**
 * What somebody shows of themselves, and how much there is of them. It stands apart from the user's row, which each sign-in
 * is held to: nobody's sign-in waits for those who begin to follow them.
 */
export type Profile = {
  userId: UserId;
  /** What they are called since they have changed it; else what stands with the user and the posts. */
  displayName?: string;
  /** The address of their picture, by path. */
  avatar?: string;
  /** What they say about themselves. */
  about?: string;
  /** Their places elsewhere, absolute and `http(s)`. */
  links?: string[];
  /** The post of theirs that stands above the others. */
  pinned?: PostId;
  /** The day on which they were last here, in UTC, such as `2025-11-27`; only of those who want it shown. */
  lastSeen?: string;
  followers: number;
  following: number;
  posts: number;
};

/** What is counted of somebody. */
export type Counted = 'followers' | 'following' | 'posts';
