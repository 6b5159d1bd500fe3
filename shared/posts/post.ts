import type { PostId, UserId } from '../ids.ts';
import type { PostMedia } from '../media/media.ts';
import type { Provenance } from '../sessions/provenance.ts';
import { isTimeOrdered, momentIn, timeOrdered, timeText } from '../time-ordered.ts';
import type { WhoMayReply } from './who-may-reply.ts';

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
  /** How many more rows stand below it in its thread: replies that were deleted, hidden or removed. Absent is none. */
  places?: number;
  /** The post that it answers, and what its author was called. */
  replyTo?: PostAddress & { username: string };
  /** The posts above that one, the topmost first, and no more than {@link MOST_ABOVE} of the nearest. */
  above?: PostAddress[];
  /** Of a reply: the post that the thread has begun with. */
  thread?: PostAddress;
  /** Who may reply in its thread, as whoever began that has said; absent is everybody. */
  whoMayReply?: WhoMayReply;
  /** Of a reply: whose thread it was taken out of by them. */
  removedBy?: UserId;
  /** When its text was last changed, and how many versions before are kept. */
  editedAt?: Date;
  edits?: number;
  /** Its pictures, in the order in which they are shown. */
  media?: PostMedia[];
};

/** What it takes to read a post by its key. */
export type PostAddress = { id: PostId; author: UserId };

/** So many are listed above a reply besides the one that it answers: the page of a post reads them all. */
export const MOST_ABOVE = 7;

/** Why nothing is shown of a post that still has its place in a thread. */
export type Gone = 'deleted' | 'hidden';

/** What is left of a post that was deleted or hidden: its place among those above and below it. */
export type PostPlace = Provenance &
  Pick<
    Post,
    | 'id'
    | 'userId'
    | 'createdAt'
    | 'replies'
    | 'places'
    | 'replyTo'
    | 'above'
    | 'thread'
    | 'whoMayReply'
    | 'removedBy'
  > & { gone: Gone };

/** Whether a row of a post is only its place. */
export const isPlace = (row: Post | PostPlace | Repost): row is PostPlace => 'gone' in row;

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
