import type { PostId, UserId } from '../ids.ts';
import type { ProfileEdit } from '../people/profile-edit.ts';
import type { Provenance } from '../sessions/provenance.ts';

/** What "It wasn't me" can undo, each kind with what it takes. */
export type Undoable =
  | { kind: 'like' | 'save'; author: UserId; post: PostId }
  | { kind: 'follow'; other: UserId }
  /** `since`: since when they had followed, in epoch seconds; and who had made them. */
  | { kind: 'unfollow'; other: UserId; since: number; by: Provenance }
  | ({ kind: 'profile' } & ProfileEdit);

export type UndoKind = Undoable['kind'];
