import type { MessageId, PostId, UserId } from '../ids.ts';

/** What "It wasn't me" can undo, each kind with what it takes. */
export type Undoable =
  | { kind: 'like' | 'save'; author: UserId; post: PostId }
  | { kind: 'follow' | 'unfollow'; other: UserId }
  | { kind: 'message'; other: UserId; message: MessageId };

export type UndoKind = Undoable['kind'];
