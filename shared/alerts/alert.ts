/**
 * Alerts: what a person's phones are told of others, by a push, of the kinds that they have asked for (DESIGN.md §5.8). Nobody
 * has asked for any until they do.
 */
import type { MessageId, PostId, UserId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';

export const ALERT_KINDS = ['mentions', 'replies', 'messages'] as const;

export type AlertKind = (typeof ALERT_KINDS)[number];

/** A kind that is named is wanted from now on, or no more; what is not named stays. */
export type AlertChanges = { [K in AlertKind]?: boolean | undefined };

/** A change, as it is noted, so that it can be taken back. */
export type AlertChoice = { before: AlertKind[]; after: AlertKind[] };

/** The kinds that are wanted with these changes, in their order. */
export const withAlertChanges = (wanted: readonly AlertKind[], changes: AlertChanges): AlertKind[] =>
  ALERT_KINDS.filter((kind) => changes[kind] ?? wanted.includes(kind));

/** What takes a choice back: of the kinds that it has changed those that still are as it made them, as they were before. */
export const withoutAlertChoice = (
  wanted: readonly AlertKind[],
  { before, after }: AlertChoice,
): AlertKind[] =>
  ALERT_KINDS.filter((kind) => {
    const isAsMade = wanted.includes(kind) === after.includes(kind);
    return (isAsMade ? before : wanted).includes(kind);
  });

export const isSameAlerts = (one: readonly AlertKind[], other: readonly AlertKind[]): boolean =>
  one.join() === other.join();

/** Whether somebody's phones tell of a kind. */
export const wantsAlert = (
  user: { alerts?: readonly AlertKind[]; disabled?: boolean } | undefined,
  kind: AlertKind,
): boolean => user !== undefined && !user.disabled && user.alerts?.includes(kind) === true;

/** What somebody's phones are to be told of, until they are. */
export type Alert = {
  userId: UserId;
  kind: AlertKind;
  /** The post, or the message. */
  id: PostId | MessageId;
  /** Who wrote it. */
  who: UserId;
  /** What it stands for, of which the latest is told: a thread, by its first post, or the conversation with somebody. */
  group: PostId | UserId;
  /** The phones that have not taken it, by the ids of their credentials, where it was tried before. */
  failed?: string[];
};

/** How long after it has happened phones may be told: whoever looks has seen it by then, and what comes together is told together. */
const GRACE_SECONDS = 10;

/** When what happens now is told. */
export const alertDueAt = (now: Date): Date => secondsAfter(now, GRACE_SECONDS);

/**
 * How long it takes until what a push service would not take is tried once more. With what its turn is rounded up by, it is
 * less than the minute after which the clock calls next.
 */
export const ALERT_PAUSE_SECONDS = 50;

/** How long a push service keeps it for a phone that is away. */
export const ALERTED_WITHIN_SECONDS = 24 * 60 * 60;
