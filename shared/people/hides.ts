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

/** What somebody has chosen about others. */
export type HideKind = 'muted' | 'blocked';

export const NOBODY_HIDDEN: Hides = {
  muted: new Set(),
  blocked: new Set(),
  blockedBy: new Set(),
  unfollowed: new Set(),
};

/** As many as somebody may mute, and as many as they may block: they are read with every page. */
export const MOST_HIDDEN = 1000;

/**
 * As many as are noted of those who have blocked somebody, which is not theirs to fill: who blocks them beyond that does not
 * see them all the same. All sets together stay below the 400 kB of a row.
 */
export const MOST_BLOCKED_BY = 10_000;

/** Whether neither of the two is to see the other. */
export const isBlocked = ({ blocked, blockedBy }: Hides, other: UserId): boolean =>
  blocked.has(other) || blockedBy.has(other);

/** Whether somebody is told nothing of what another one does. */
export const isUnheard = (hides: Hides, other: UserId): boolean =>
  hides.muted.has(other) || isBlocked(hides, other);
