/** How each kind of act is undone. To add one: its kind in `undoable.ts`, and its line here; without it nothing compiles. */
import { undoAlerts } from '../alerts/undo-alerts.ts';
import { undoMessage } from '../chats/delete-message.ts';
import type { Database, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { undoFollow, undoUnfollow } from '../people/undo-follow.ts';
import { undoBlock, undoMute, undoUnblock, undoUnmute } from '../people/undo-hiding.ts';
import { undoProfile } from '../people/undo-profile.ts';
import { undoMarking } from '../posts/undo-marking.ts';
import { undoReport } from '../reports/undo-report.ts';
import { undoEdit } from './edit.ts';
import { undoImage } from './image.ts';
import { undoReplyRemoved } from './reply-removed.ts';
import type { UndoEntry } from './undo-log-store.ts';
import type { UndoKind } from './undoable.ts';

type Act<Kind extends UndoKind> = Extract<UndoEntry, { kind: Kind }>;

type Inverse<Kind extends UndoKind> = {
  /**
   * What stands for the rows that it writes: acts of one lane are undone one after the other, newest first, and those of
   * different lanes side by side.
   */
  lane(act: Act<Kind>): string;
  /** Writes that undo it, held to all that was read for them; none if nothing of it is left, or its owner has changed it since. */
  undo(db: Database, userId: UserId, act: Act<Kind>, now: Date): Promise<Write[]>;
};

/** Of whom somebody follows and hides: it meets in their profile's counts and in one row of sets. */
const people = () => 'people';

/** Of what somebody does with posts: it meets in one row for each post, and in that post. */
const marking = {
  lane: ({ post }: { post: PostId }) => post,
  undo: undoMarking,
};

export const INVERSES: { readonly [Kind in UndoKind]: Inverse<Kind> } = {
  follow: { lane: people, undo: undoFollow },
  unfollow: { lane: people, undo: undoUnfollow },
  'lost-follower': {
    lane: people,
    undo: (db, userId, { other, ...act }) =>
      undoUnfollow(db, other, { ...act, kind: 'unfollow', other: userId }),
  },
  mute: { lane: people, undo: undoMute },
  unmute: { lane: people, undo: undoUnmute },
  block: { lane: people, undo: undoBlock },
  unblock: { lane: people, undo: undoUnblock },
  like: marking,
  unlike: marking,
  save: marking,
  unsave: marking,
  repost: marking,
  unrepost: marking,
  // The profile lets go of an avatar first.
  image: { lane: ({ image, use }) => (use === 'avatar' ? 'profile' : image), undo: undoImage },
  message: { lane: ({ message }) => message, undo: undoMessage },
  profile: { lane: () => 'profile', undo: undoProfile },
  alerts: { lane: () => 'alerts', undo: undoAlerts },
  report: { lane: ({ report }) => report, undo: undoReport },
  edit: { lane: ({ post }) => post, undo: undoEdit },
  // Several may have answered the same post, which counts them.
  'reply-removed': { lane: () => 'replies', undo: undoReplyRemoved },
};

/** The inverse of an act, whatever its kind. */
export const inverseOf = (act: Act<UndoKind>): Inverse<UndoKind> => INVERSES[act.kind] as Inverse<UndoKind>;
