/** What happened to an account, as its owner can read it for 90 days (DESIGN.md §3, `activity#<time>`). */
import type { SessionId, UserId } from '../ids.ts';
import type { Act } from '../sessions/acts.ts';
import type { Reason, Session } from '../sessions/session.ts';

export const ACTIVITY_KINDS = [
  /** The account was made, by a first phone or a provider. */
  'registered',
  /** A phone said yes, or no, to a sign-in. */
  'approved',
  'denied',
  /** A browser completed its sign-in. */
  'signed_in',
  /** One session was ended, or several at once. */
  'ended',
  'ended_all',
  /** What a session wrote was hidden, or shown again. */
  'hidden',
  'shown',
  /** What a session did besides was undone. */
  'undone',
  'phone_invited',
  'phone_added',
  'phone_removed',
  'recovery_renewed',
  /** The recovery code was made void. */
  'recovery_revoked',
  /** The right code was given, and a phone is waited for; then one came, or a phone that still stands said no. */
  'recovery_begun',
  'recovered',
  'recovery_stopped',
  'link_added',
  'link_removed',
  /** A browser became known without a phone's yes, by a provider; or one was forgotten. */
  'browser_added',
  'browser_forgotten',
] as const;

export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export type Activity = {
  userId: UserId;
  at: Date;
  kind: ActivityKind;
  /** The session that it is about. */
  sessionId?: SessionId;
  /** The browser that it is about, such as "Firefox 143", its system, and where it was. */
  browser?: string;
  os?: string;
  place?: string | null;
  ip?: string;
  /** The name of the phone that did it, or that it was done to. */
  device?: string;
  /** What a phone said yes or no to, where that was no sign-in. */
  act?: Act;
  /** Who or what ended it. */
  by?: Reason;
  /** How many sessions, posts or acts. */
  count?: number;
  /** The OpenID provider that it is about. */
  provider?: string;
  /** Whether a denial was reported as an attack. */
  reported?: true;
  /** Whether there is a receipt of what a phone signed (`receipt.ts`). */
  hasReceipt?: true;
};

/** What the person's phones are told of, because somebody else might have done it (DESIGN.md §6.10). */
export const NOTIFIED = [
  'phone_invited',
  'phone_added',
  'phone_removed',
  'recovery_renewed',
  'recovery_revoked',
  'recovery_begun',
  'recovered',
  'recovery_stopped',
  'link_added',
  'link_removed',
  'browser_added',
  'browser_forgotten',
] as const satisfies ActivityKind[];

/** A kind that the phones are told of; the catalogues have words for each. */
export type NotifiedKind = (typeof NOTIFIED)[number];

export const notifiesPhones = (activity: Activity): activity is Activity & { kind: NotifiedKind } =>
  (NOTIFIED as readonly ActivityKind[]).includes(activity.kind);

/** The browser that a session is about, as an entry names it. */
export const browserOf = ({
  id,
  browser,
  os,
  place,
  ip,
}: Pick<Session, 'id' | 'browser' | 'os' | 'place' | 'ip'>) => ({ sessionId: id, browser, os, place, ip });

/** Where somebody was who did something, as an entry says it. */
export const whereOf = ({ place, ip }: Pick<Session, 'place' | 'ip'>) => ({ place, ip });

/** How long it can be read. */
export const ACTIVITY_SECONDS = 90 * 24 * 60 * 60;

/** `<ISO time>#<random>`: sorts by time, and two of one moment are told apart by chance. */
export type ActivityId = string;

export const isActivityId = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[A-Za-z0-9_-]{8}$/.test(text);
