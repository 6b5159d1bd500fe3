import type { PostId, UserId } from '../ids.ts';
import type { ProfileEdit } from '../people/profile-edit.ts';

/** What "It wasn't me" can undo, each kind with what it takes. */
export type Undoable =
  | { kind: 'like' | 'save'; author: UserId; post: PostId }
  | { kind: 'follow' | 'unfollow'; other: UserId }
  | ({ kind: 'profile' } & ProfileEdit);

export type UndoKind = Undoable['kind'];
