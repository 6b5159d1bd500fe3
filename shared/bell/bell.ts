/**
 * The bell: it tells a page that it is time to look, and nothing else (DESIGN.md §5.3). Each page that wants to hear it has
 * a connection, which listens for one session or as one phone. The truth stays with `status`: a look that is late, lost or
 * superfluous changes nothing but the time.
 */
import { credentialKeyOf } from '../devices/device.ts';
import type { SessionId, UserId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import { mayRing, type Session, statusAt } from '../sessions/session.ts';

/** All that is ever sent. */
export const LOOK = 'look';

/** API Gateway closes every connection after so long (API Gateway quotas, "WebSocket API"). */
export const CONNECTION_SECONDS = 2 * 60 * 60;

/** How many connections may listen for one session, or as one phone. */
export const MOST_LISTENERS = 5;

/** Until `$connect` is answered, for which its function has so long, API Gateway calls the new connection gone. */
const OPENING_SECONDS = 10;

/** How the subjects of all phones begin. */
export const PHONES = 'phone#';

/** What a connection listens for: the changes of a session, or what a phone is asked. */
export type Subject = SessionId | `${typeof PHONES}${string}`;

export const subjectOfPhone = ({ credentialId }: { credentialId: string }): Subject =>
  `${PHONES}${credentialKeyOf(credentialId)}`;

/** A connection that listens. */
export type Listener = {
  userId: UserId;
  subject: Subject;
  /** API Gateway's name for it. */
  connectionId: string;
  /** Of a phone: the digest of the cookie that it was opened with, which may be worth nothing since. */
  secretHash?: string;
  /** When it is over by itself. */
  until: Date;
};

/** One of the places for a subject, and the connection that has it, or had. */
export type Place = { connectionId: string; userId: UserId; listensAt: string };

/** One that has a place. */
export type Placed = Listener & Place;

/** Whether API Gateway may not know it yet. */
export const isOpening = ({ until }: Listener, now: Date): boolean =>
  until.getTime() - now.getTime() > (CONNECTION_SECONDS - OPENING_SECONDS) * 1000;

/** What a page shows or does differently once one of these is another; no touch and no heartbeat changes them. */
const SHOWN = ['status', 'reason', 'found', 'secretHash'] as const satisfies (keyof Session)[];

/** Whether a write has changed what `status` says of a session, apart from how long it lasts. */
export function isNews(before: Session, after: Session): boolean {
  return SHOWN.some((name) => before[name] !== after[name]) || isBack(before, after);
}

/** By how much a heartbeat may be written later than it came, or by a clock that is behind that of who asks meanwhile. */
const LATE_SECONDS = 5;

/**
 * walkaway → active: what the session was at the moment at which its phone was heard again, or shortly afterwards, because
 * somebody may have asked before that was written, and believes that the phone is away.
 */
function isBack(before: Session, { phoneSeenAt }: Session): boolean {
  if (phoneSeenAt === undefined) return false;
  return [0, LATE_SECONDS].some(
    (late) => statusAt(before, secondsAfter(phoneSeenAt, late)).status === 'walkaway',
  );
}

/** Whether a write has begun or ended what the phones of a user show unasked: a known browser that waits. */
export function isNewsToPhones(before: Session | undefined, after: Session): boolean {
  return (before !== undefined && rings(before)) !== rings(after);
}

/** By its row alone: that its time is up is written by nobody. */
const rings = (session: Session): boolean => mayRing(session, session.startedAt);
