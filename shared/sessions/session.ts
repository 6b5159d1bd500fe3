/**
 * The session: one browser's way from "asked to sign in" to "signed out" (DESIGN.md §2). The rules are pure:
 * they take the row and the time, and either return the row as it is to become or throw the refusal. The
 * store writes what they return under the same condition, so that of two that race exactly one wins.
 */
import { NodError } from '../errors.ts';
import type { BrowserId, DeviceId, LinkId, SessionId, TicketId, UserId } from '../ids.ts';
import { earlierOf, secondsAfter, secondsBetween } from '../seconds.ts';
import { matchesSecret } from '../secrets.ts';
import type { Role } from '../users/user.ts';
import type { Act } from './acts.ts';

/** What a session is at a moment: `timeout` and `walkaway` follow from the row's times. */
export const STATUSES = [
  'pending',
  'approved',
  'active',
  'walkaway',
  'denied',
  'cancelled',
  'timeout',
  'closed',
] as const;

export type Status = (typeof STATUSES)[number];

export type StoredStatus = Exclude<Status, 'timeout' | 'walkaway'>;

/** Why a session is over. */
export const REASONS = [
  'here',
  'elsewhere',
  'phone',
  'not_me',
  'admin',
  'provider',
  'phone_removed',
  'recovered',
  'idle',
  'lifetime',
  'phone_away',
  'unanswered',
  'denied',
  'cancelled',
] as const;

export type Reason = (typeof REASONS)[number];

/** How long a session may last, and how long it may lie idle, in seconds (DESIGN.md §6.2). */
export const LIFETIMES = {
  '10m': { lasts: 10 * 60, idle: Number.POSITIVE_INFINITY },
  '24h': { lasts: 24 * 60 * 60, idle: 60 * 60 },
  '30d': { lasts: 30 * 24 * 60 * 60, idle: 7 * 24 * 60 * 60 },
} as const;

export type Lifetime = keyof typeof LIFETIMES;

/** By the words that a phone chooses with. */
export const LIFETIME_NAMES = ['10m', '24h', '30d'] as const satisfies Lifetime[];

/** How long a sign-in waits for the phone, and an approval for its browser. */
export const PENDING_SECONDS = 120;
export const COMPLETION_SECONDS = 120;
/** How long the browser that lost the answer of `login-complete` may repeat it. */
export const REPEAT_SECONDS = 120;
/** Activity is written at most this often. */
const TOUCH_SECONDS = 60;
/** A presence-bound session locks, and then ends, when its phone was last seen this long ago. */
const WALKAWAY_SECONDS = 90;
export const PHONE_AWAY_SECONDS = 10 * 60;

/** What the server knows of the browser that asks. */
export type BrowserFacts = {
  /** Such as "Firefox 143". */
  browser: string;
  /** Such as "Windows". */
  os: string;
  /** City and country as the edge tells them, where it does. */
  place: string | null;
  ip: string;
  /** Whether this user has approved this browser before. */
  known: boolean;
};

export type Session = BrowserFacts & {
  id: SessionId;
  userId: UserId;
  username: string;
  /** For showing only; rights are read from the user's row (DESIGN.md §6.3). */
  displayName: string;
  avatar?: string;
  roles: Role[];
  /** By which mark the browser is known (`known-browser.ts`). */
  knownBrowserId?: BrowserId;
  /** Which sign-in method it is; only a `signin` is answered by a phone that names its number. */
  purpose: 'signin' | 'registration' | 'recovery' | 'passkey' | 'social';
  /** Of a step-up: the one thing that it asks for, and the session that it takes the place of, to its end. */
  act?: Act;
  stepUpOf?: SessionId;
  /** What a step-up goes on with: the session that the person signed in with, and what had let that in. */
  signIn?: { id: SessionId; approvedBy?: DeviceId | LinkId };
  /** When the person signed in, where steps up have taken the place of that session since. */
  signedInAt?: Date;
  status: StoredStatus;
  reason?: Reason;
  startedAt: Date;
  /** From here on the row is over, whatever its status says. */
  endsAt: Date;
  /** Digest of the sign-in cookie's secret. */
  signinHash: string;
  /** Digest of the session cookie's secret. */
  secretHash?: string;
  /** The digits that the browser shows; a registration has a ticket instead. */
  number?: string;
  /** Whether the number was typed on a phone. */
  found?: true;
  ticketId?: TicketId;
  /** Nobody can ever approve it: the answer to a name that cannot sign in, or where no seat was free. */
  decoy: boolean;
  /** What an unknown browser's sign-in keeps occupied while it waits (`seat-store.ts`). */
  seats?: string[];
  isCrowdedOut?: boolean;
  approvedAt?: Date;
  lifetime?: Lifetime;
  /** End of the lifetime, which runs from the approval. */
  lifetimeEndsAt?: Date;
  device?: { id: DeviceId; name: string };
  /** The OpenID provider that approved it, by its id, and its name for showing only. */
  provider?: string;
  providerLabel?: string;
  /** The link that let it in. */
  link?: LinkId;
  /** When the person had signed in at the provider, by its signed word; absent where it did not say. */
  authTime?: Date;
  /** When the phone of a presence-bound session last said that it is here. */
  phoneSeenAt?: Date;
  completedAt?: Date;
  /** Digest of the `Idempotency-Key` that completed it. */
  completionKeyHash?: string;
  lastActiveAt?: Date;
  /** Whether a denial was reported as an attack. */
  reported?: boolean;
};

/** What of a session says how it stands. */
export type Standing = Pick<Session, 'status' | 'reason' | 'endsAt' | 'lifetimeEndsAt' | 'phoneSeenAt'>;

/** The status of the session at this moment (DESIGN.md §2): an expired row is over even while it is still there. */
export function statusAt(session: Standing, now: Date): { status: Status; reason?: Reason } {
  const { status, reason, endsAt } = session;
  if (status === 'denied' || status === 'cancelled' || status === 'closed') {
    return reason === undefined ? { status } : { status, reason };
  }
  const phoneSeenAt = status === 'active' ? session.phoneSeenAt : undefined;
  // The end that came first is the reason, however late the row is read.
  if (phoneSeenAt && secondsBetween(phoneSeenAt, earlierOf(now, endsAt)) >= PHONE_AWAY_SECONDS) {
    return { status: 'timeout', reason: 'phone_away' };
  }
  if (now >= endsAt) return { status: 'timeout', reason: reasonOfTimeout(session) };
  if (phoneSeenAt && secondsBetween(phoneSeenAt, now) >= WALKAWAY_SECONDS) return { status: 'walkaway' };
  return { status };
}

function reasonOfTimeout(session: Standing): Reason {
  if (session.status !== 'active') return 'unanswered';
  return session.lifetimeEndsAt !== undefined && session.endsAt < session.lifetimeEndsAt
    ? 'idle'
    : 'lifetime';
}

/**
 * When an active session is locked, and one that is locked over, if its phone is not heard until then; of one that is bound
 * to no phone `undefined`.
 */
export function awayAt(session: Standing, now: Date): Date | undefined {
  const { phoneSeenAt } = session;
  if (phoneSeenAt === undefined) return undefined;
  switch (statusAt(session, now).status) {
    case 'active':
      return secondsAfter(phoneSeenAt, WALKAWAY_SECONDS);
    case 'walkaway':
      return secondsAfter(phoneSeenAt, PHONE_AWAY_SECONDS);
    default:
      return undefined;
  }
}

/** Not over: pending, approved, active or walkaway (DESIGN.md §2). */
export function isLive(session: Standing, now: Date): boolean {
  const { status } = statusAt(session, now);
  return status === 'pending' || status === 'approved' || status === 'active' || status === 'walkaway';
}

/** Approved and not over: what can be completed, used or closed. */
export function isGranted(session: Standing, now: Date): boolean {
  return isLive(session, now) && statusAt(session, now).status !== 'pending';
}

/** Active, or only locked because its phone is away. */
export function isSignedIn(session: Standing, now: Date): boolean {
  const { status } = statusAt(session, now);
  return status === 'active' || status === 'walkaway';
}

/** Whether this waiting sign-in may be shown to the phone unasked: only a known browser rings (DESIGN.md §5). */
export function mayRing(session: Session, now: Date): boolean {
  return (
    session.known &&
    session.purpose === 'signin' &&
    !session.decoy &&
    statusAt(session, now).status === 'pending'
  );
}

/** Whether the session lasts only while this phone is here. */
export function isBoundTo(
  { phoneSeenAt, device }: Pick<Session, 'phoneSeenAt' | 'device'>,
  deviceId: DeviceId,
): boolean {
  return phoneSeenAt !== undefined && device?.id === deviceId;
}

/** Whether a phone that names the number may answer this sign-in. */
export function isAnswerable(session: Session, now: Date): boolean {
  return session.purpose === 'signin' && !session.decoy && statusAt(session, now).status === 'pending';
}

/**
 * pending → approved. Of a step-up, lifetime and presence are those of the session before, whatever was chosen.
 * @throws {NodError} `already_answered`, `session_ended`
 */
export function approve(
  session: Session,
  answer: { lifetime: Lifetime; presence: boolean; device?: { id: DeviceId; name: string } },
  now: Date,
): Session {
  assertUnanswered(session, now);
  const { lifetime = answer.lifetime } = session;
  const isBound = session.act === undefined ? answer.presence : session.phoneSeenAt !== undefined;
  return {
    ...session,
    status: 'approved',
    approvedAt: now,
    endsAt: secondsAfter(now, COMPLETION_SECONDS),
    lifetime,
    lifetimeEndsAt: session.lifetimeEndsAt ?? secondsAfter(now, LIFETIMES[lifetime].lasts),
    ...(answer.device === undefined ? {} : { device: answer.device }),
    ...(isBound ? { phoneSeenAt: now } : {}),
  };
}

/**
 * pending → denied: by a person, or for another `reason` because nobody can say yes any more.
 * @throws {NodError} `already_answered`, `session_ended`
 */
export function deny(session: Session, report: boolean, now: Date, reason: Reason = 'denied'): Session {
  assertUnanswered(session, now);
  return { ...session, status: 'denied', reason, endsAt: now, reported: report };
}

function assertUnanswered(session: Session, now: Date): void {
  const { status, reason } = statusAt(session, now);
  if (status === 'pending') return;
  if (status === 'timeout' || status === 'cancelled') throw sessionEnded(reason);
  throw new NodError('already_answered', 'This sign-in has been answered already.');
}

/** pending → cancelled. @throws {NodError} `conflict` once approved, `session_ended` */
export function cancel(session: Session, now: Date): Session {
  const { status, reason } = statusAt(session, now);
  if (status === 'pending') return { ...session, status: 'cancelled', reason: 'cancelled', endsAt: now };
  if (isGranted(session, now)) {
    throw new NodError('conflict', 'Your phone has approved this sign-in already.');
  }
  throw sessionEnded(reason);
}

/**
 * approved → active, with a new secret and so no session fixation; or, for the browser that lost the answer
 * and repeats with the same `Idempotency-Key`, active → active with yet another secret.
 *
 * A repeat counts as one only if it arrived after the completion: what was under way at that moment lost the
 * race. @throws {NodError} `not_approved`, `already_completed`, `session_ended`
 */
export function complete(
  session: Session,
  attempt: { secretHash: string; keyHash: string | undefined; receivedAt: Date },
  now: Date,
): Session {
  const { status, reason } = statusAt(session, now);
  const { secretHash, keyHash, receivedAt } = attempt;
  if (status === 'pending')
    throw new NodError('not_approved', 'Your phone has not approved this sign-in yet.');
  if (status === 'approved') {
    const { completionKeyHash: _, ...rest } = session;
    return {
      ...rest,
      status: 'active',
      secretHash,
      completedAt: now,
      lastActiveAt: now,
      endsAt: activeUntil(session, now),
      ...(keyHash === undefined ? {} : { completionKeyHash: keyHash }),
    };
  }
  if (status === 'active' || status === 'walkaway') {
    const isRepeat =
      keyHash !== undefined &&
      keyHash === session.completionKeyHash &&
      session.completedAt !== undefined &&
      receivedAt > session.completedAt &&
      isRepeatable(session, now);
    if (isRepeat) return { ...session, secretHash };
    throw new NodError('already_completed', 'This sign-in has been completed already.');
  }
  throw sessionEnded(reason);
}

/** Whether the sign-in secret still opens `login-complete` and `status` although the session is active. */
export function isRepeatable(session: Session, now: Date): boolean {
  return session.completedAt !== undefined && secondsBetween(session.completedAt, now) < REPEAT_SECONDS;
}

/** active → active: notes activity, unless that was done within the last minute (then `undefined`). */
export function touch(session: Session, now: Date): Session | undefined {
  if (session.lastActiveAt !== undefined && secondsBetween(session.lastActiveAt, now) < TOUCH_SECONDS) {
    return undefined;
  }
  return { ...session, lastActiveAt: now, endsAt: activeUntil(session, now) };
}

/** The end of the lifetime, or of the idle time from now, whichever comes first. */
function activeUntil(session: Session, now: Date): Date {
  const { lifetime, lifetimeEndsAt } = session;
  if (lifetime === undefined || lifetimeEndsAt === undefined) {
    throw new TypeError(`session ${session.id} was approved without a lifetime`);
  }
  const { idle } = LIFETIMES[lifetime];
  return idle === Number.POSITIVE_INFINITY
    ? lifetimeEndsAt
    : earlierOf(lifetimeEndsAt, secondsAfter(now, idle));
}

/** What closing changes of a session. */
export type Closed = { status: StoredStatus; reason: Reason; endsAt: Date };

/** approved, active or walkaway → closed. @throws {NodError} `session_ended`, `conflict` while pending */
export function close<S extends Standing>(
  session: S,
  reason: Reason,
  now: Date,
): Omit<S, keyof Closed> & Closed {
  const found = statusAt(session, now);
  if (found.status === 'pending') throw new NodError('conflict', 'This sign-in has not been answered yet.');
  if (isGranted(session, now)) return { ...session, status: 'closed', reason, endsAt: now };
  throw sessionEnded(found.reason);
}

/** Whether `secret`, from the session cookie, is this session's; its status is checked separately. */
export function matchesSessionSecret(session: Session, secret: string): boolean {
  return matchesSecret(secret, session.secretHash);
}

/** Whether `secret`, from the sign-in cookie, is this session's, while it waits or may be completed once more. */
export function matchesSigninSecret(session: Session, secret: string, now: Date): boolean {
  const spent = session.status === 'active' && !isRepeatable(session, now);
  return !spent && matchesSecret(secret, session.signinHash);
}

/** The error for a session that has ended: 410 with the reason. */
export function sessionEnded(reason: Reason | undefined): NodError {
  return new NodError('session_ended', 'This sign-in is over.', reason === undefined ? {} : { reason });
}
