import type { PostId, UserId } from '../ids.ts';
import type { Provenance } from '../sessions/provenance.ts';
import { isTimeOrdered, momentIn, timeOrdered, timeText } from '../time-ordered.ts';

export type Post = Provenance & {
  id: PostId;
  userId: UserId;
  username: string;
  displayName: string;
  body: string;
  /** One of `POST_LANGUAGES`, if its author has said so. */
  language?: string | undefined;
  createdAt: Date;
  /** How many have liked it, reposted it and replied to it; absent is none. */
  likes?: number;
  reposts?: number;
  replies?: number;
};

/** A post of somebody's, or one's own, that somebody shows to their followers: by whom, when, and which one. */
export type Repost = Provenance &
  Pick<Post, 'id' | 'userId' | 'username' | 'displayName' | 'createdAt'> & {
    repostOf: { author: UserId; id: PostId; username: string };
  };

/** What stands on an author's page. */
export type Written = Post | Repost;

/** A post's id: ten characters of time (milliseconds, base 32) and 80 random bits, so that ids sort by age. */
export const newPostId = (now: Date): PostId => `pst_${timeOrdered(now)}`;

/** What the ids of all posts sort behind that are written from this moment on, and none of those before. */
export const postIdsFrom = (moment: Date): PostId => `pst_${timeText(moment)}`;

/** When a post was written, by its id. */
export const postWrittenAt = (id: PostId): Date => momentIn(id.slice('pst_'.length));

export const isPostId = (value: string): value is PostId =>
  value.startsWith('pst_') && isTimeOrdered(value.slice('pst_'.length));
