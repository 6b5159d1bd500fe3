import type { UserId } from '../ids.ts';

/** Whom somebody does not see, and why. */
export type Hides = {
  /** Whom they have muted: seen on their own page only. */
  muted: ReadonlySet<UserId>;
  /** Whom they have blocked, and who has blocked them: neither sees, follows or writes to the other. */
  blocked: ReadonlySet<UserId>;
  blockedBy: ReadonlySet<UserId>;
  /** Whom they have stopped following, while what these wrote still stands in their timeline. */
  unfollowed: ReadonlySet<UserId>;
};

export const NOBODY_HIDDEN: Hides = {
  muted: new Set(),
  blocked: new Set(),
  blockedBy: new Set(),
  unfollowed: new Set(),
};

/** Whether neither of the two is to see the other. */
export const isBlocked = ({ blocked, blockedBy }: Hides, other: UserId): boolean =>
  blocked.has(other) || blockedBy.has(other);
