/** When a post may be edited; pure. */
import { secondsAfter } from '../seconds.ts';
import type { PostText } from './edit-store.ts';
import type { Post } from './post.ts';

/** So long after it was written. */
export const EDITABLE_SECONDS = 24 * 60 * 60;

/** So often: all versions go with the post in one transaction. */
export const MOST_EDITS = 50;

/** Why it may not be edited any more, if it may not. */
export function whyNotEditable({ createdAt, edits = 0 }: Post, now: Date): 'late' | 'often' | undefined {
  if (now >= secondsAfter(createdAt, EDITABLE_SECONDS)) return 'late';
  return edits >= MOST_EDITS ? 'often' : undefined;
}

/** Whether it says that already. */
export const isSameText = (one: PostText, other: PostText): boolean =>
  one.body === other.body && one.language === other.language;
