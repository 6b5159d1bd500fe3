import type { AlertChoice } from '../alerts/alert.ts';
import type { Item } from '../database.ts';
import type { MediaId, MessageId, PostId, UserId } from '../ids.ts';
import type { MediaUse } from '../media/media.ts';
import type { ProfileEdit } from '../people/profile-edit.ts';
import type { Provenance } from '../sessions/provenance.ts';

/** What "It wasn't me" can undo, each kind with what that takes. */
export type Undoable =
  | { kind: 'like' | 'unlike'; author: UserId; post: PostId; likedAt: string }
  | { kind: 'save'; author: UserId; post: PostId; savedAt: string }
  | { kind: 'repost'; author: UserId; post: PostId; repost: PostId }
  /** `row`: what was taken away, to be put back as it was. */
  | { kind: 'unsave' | 'unrepost'; author: UserId; post: PostId; row: Item }
  | { kind: 'follow'; other: UserId }
  /** `since`: since when they had followed, in epoch seconds; and who had made them. */
  | { kind: 'unfollow'; other: UserId; since: number; by: Provenance }
  /** The same, where the other one had followed and a block has ended that. */
  | { kind: 'lost-follower'; other: UserId; since: number; by: Provenance }
  | { kind: 'mute' | 'unmute' | 'block' | 'unblock'; other: UserId }
  /** `report`: the place of its row among the open ones; `about`: the post or the person. */
  | { kind: 'report'; report: string; about: PostId | UserId }
  | { kind: 'image'; image: MediaId; use?: MediaUse }
  | { kind: 'message'; other: UserId; message: MessageId }
  | ({ kind: 'profile' } & ProfileEdit)
  | ({ kind: 'alerts' } & AlertChoice)
  /** `version`: the one that stood before. */
  | { kind: 'edit'; post: PostId; version: number }
  /** A reply of `author`'s was taken out of the user's thread. */
  | { kind: 'reply-removed'; author: UserId; post: PostId };

export type UndoKind = Undoable['kind'];

/** An act of one kind, as its inverse is given it. */
export type Undone<Kind extends UndoKind> = Extract<Undoable, { kind: Kind }> & Provenance;

/** What people are told that was undone: each is a kind, or a few that belong together. */
export const ACT_GROUPS = [
  'follows',
  'hides',
  'marks',
  'posts',
  'profile',
  'messages',
  'reports',
  'settings',
] as const;

export type ActGroup = (typeof ACT_GROUPS)[number];

/** As what each kind is told, if it is. */
const GROUP_OF: Record<UndoKind, ActGroup | undefined> = {
  follow: 'follows',
  unfollow: 'follows',
  'lost-follower': 'follows',
  mute: 'hides',
  unmute: 'hides',
  block: 'hides',
  unblock: 'hides',
  report: 'reports',
  profile: 'profile',
  alerts: 'settings',
  message: 'messages',
  // Nobody has seen it, or it is hidden with its post.
  image: undefined,
  like: 'marks',
  unlike: 'marks',
  save: 'marks',
  unsave: 'marks',
  repost: 'marks',
  unrepost: 'marks',
  edit: 'posts',
  'reply-removed': 'posts',
};

/** How many of each group; what there is none of is left out. */
export type ActCounts = { of: ActGroup; count: number }[];

/** Acts that are undone, or to be undone; `more`: there may be others. */
export type UndoneActs = { acts: ActCounts; more: boolean };

/** Counts acts by group, in the order of {@link ACT_GROUPS}. */
export function countedActs(kinds: readonly UndoKind[]): ActCounts {
  const groups = kinds.map((kind) => GROUP_OF[kind]);
  return ACT_GROUPS.map((of) => ({ of, count: groups.filter((group) => group === of).length })).filter(
    ({ count }) => count > 0,
  );
}
