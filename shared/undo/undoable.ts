import type { Item } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';

/** What "It wasn't me" can undo, each kind with what it takes. */
export type Undoable =
  | { kind: 'like' | 'unlike'; author: UserId; post: PostId }
  | { kind: 'save'; author: UserId; post: PostId; savedAt: string }
  | { kind: 'repost'; author: UserId; post: PostId; repost: PostId }
  /** `row`: what was taken away, to be put back as it was. */
  | { kind: 'unsave' | 'unrepost'; author: UserId; post: PostId; row: Item }
  | { kind: 'follow' | 'unfollow'; other: UserId };

export type UndoKind = Undoable['kind'];
