import type { PostId, UserId } from '../ids.ts';

/** What "It wasn't me" can undo, each kind with what it takes. */
export type Undoable =
  | { kind: 'like' | 'save'; author: UserId; post: PostId }
  | { kind: 'follow' | 'unfollow'; other: UserId }
  /** @see undoEdit: the version that stood before. */
  | { kind: 'edit'; post: PostId; version: number }
  | { kind: 'reply-removed'; author: UserId; post: PostId };

export type UndoKind = Undoable['kind'];
