/**
 * Known browsers: browsers in which a user has signed in before, and which may therefore ring (DESIGN.md §5.2). The
 * server makes the mark, a new one with each completed sign-in, for this user and this browser alone.
 */
import type { BrowserId, SessionId, UserId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import { type Provenance, provenanceOf } from './provenance.ts';
import type { Session } from './session.ts';

/** A browser stays known for this long after its last sign-in. */
export const KNOWN_BROWSER_SECONDS = 400 * 24 * 60 * 60;

/** So many browsers of a user are known; with each one more, the one goes that signed in longest ago. */
export const MOST_KNOWN_BROWSERS = 50;

export type KnownBrowser = Provenance & {
  id: BrowserId;
  userId: UserId;
  /** Digest of the secret in the browser's token. */
  secretHash: string;
  browser: string;
  os: string;
  place: string | null;
  /** Since when this browser has been known without a break. */
  createdAt: Date;
  /** When its last sign-in was approved, and when completed. */
  approvedAt: Date;
  lastUsedAt: Date;
  endsAt: Date;
};

/** Named after the session that made the mark, so that a completion that is repeated finds the same one. */
export const browserIdOf = (sessionId: SessionId): BrowserId => `brw_${sessionId.slice('ses_'.length)}`;

/** The mark of the browser in which `session` is completed; `before`: the one that it takes the place of. */
export function knownBrowser(
  session: Session,
  secretHash: string,
  before: KnownBrowser | undefined,
  now: Date,
): KnownBrowser {
  const { id, userId, browser, os, place, approvedAt = now } = session;
  return {
    ...provenanceOf(session),
    id: browserIdOf(id),
    userId,
    secretHash,
    browser,
    os,
    place,
    createdAt: before?.createdAt ?? now,
    approvedAt,
    lastUsedAt: now,
    endsAt: secondsAfter(now, KNOWN_BROWSER_SECONDS),
  };
}

/** Whether the browser with this mark is known: not for ever, and not to somebody who has recovered since. */
export function isKnown(
  { approvedAt, endsAt }: KnownBrowser,
  { recoveredAt }: { recoveredAt?: Date },
  now: Date,
): boolean {
  return now < endsAt && (recoveredAt === undefined || recoveredAt < approvedAt);
}

/** The marks that a new one drives out: all but those that signed in last. */
export function surplus(browsers: readonly KnownBrowser[]): KnownBrowser[] {
  return browsers
    .toSorted((a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime())
    .slice(MOST_KNOWN_BROWSERS - 1);
}
