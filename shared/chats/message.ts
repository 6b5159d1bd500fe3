import type { MessageId, UserId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import type { Provenance } from '../sessions/provenance.ts';
import { isTimeOrdered, momentIn, timeOrdered } from '../time-ordered.ts';

/** What one person wrote to another. */
export type Message = Provenance & {
  id: MessageId;
  from: UserId;
  to: UserId;
  /** Absent once it is deleted: its place stays, its words are nowhere. */
  body?: string;
  createdAt: Date;
  deletedAt?: Date;
};

/** What one of two people has of their conversation. */
export type Inbox = {
  userId: UserId;
  other: UserId;
  /** What the other was called when they last wrote, or before they did. */
  username: string;
  displayName: string;
  lastId: MessageId;
  /** Up to which message they have read. */
  readTo?: MessageId;
  /** How many of the other's messages are newer than that. */
  unread: number;
};

const MESSAGE = 'msg_';

/**
 * A message's id, which sorts behind all that was written in the conversation before, whatever the clocks of two functions
 * say: what is read up to one message has nothing unread before it.
 */
export function newMessageId(now: Date, after: MessageId | undefined): MessageId {
  const least = after === undefined ? now : secondsAfter(momentIn(after.slice(MESSAGE.length)), 0.001);
  return `${MESSAGE}${timeOrdered(least > now ? least : now)}`;
}

export const isMessageId = (value: string): value is MessageId =>
  value.startsWith(MESSAGE) && isTimeOrdered(value.slice(MESSAGE.length));
