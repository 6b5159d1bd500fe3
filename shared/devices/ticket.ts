/** Tickets: `userId.ticketId.secret`, single use, let one phone enrol within ten minutes (DESIGN.md §1). */
import { NodError } from '../errors.ts';
import { isTicketId, isUserId, newTicketId, type TicketId, type UserId } from '../ids.ts';
import type { Language } from '../languages.ts';
import { secondsAfter } from '../seconds.ts';
import { digest, matchesSecret, newSecret } from '../secrets.ts';
import type { Provenance } from '../sessions/provenance.ts';

export const TICKET_SECONDS = 10 * 60;

export type Ticket = {
  id: TicketId;
  userId: UserId;
  secretHash: string;
  endsAt: Date;
  spentAt?: Date;
  /** What spent it: the phone's credential, and the digest of the call's `Idempotency-Key`. */
  spentBy?: { credentialId: string; keyHash?: string };
  username: string;
  displayName: string;
} & TicketUse;

/** What the phone that enrols becomes, and the browser's session that the ticket came from, which the phone's row keeps. */
export type TicketUse = Provenance & TicketPurpose;

export type TicketPurpose =
  /** A new user's first phone; the session waits for it. `language`: the user's, where the page has said it. */
  | { purpose: 'registration'; language?: Language }
  /** One more phone of a user; who invites it is signed in, and stays so. */
  | { purpose: 'invite' }
  /** A user's only phone, in place of all others; the session waits for it. `codeHash`: what is spent with it. */
  | { purpose: 'recovery'; codeHash: string };

/** A new ticket, and the link that goes into the QR code: the only place where its secret stands. */
export function newTicket(
  owner: Pick<Ticket, 'userId' | 'username' | 'displayName'>,
  use: TicketUse,
  now: Date,
): { ticket: Ticket; enrolUrl: string } {
  const [id, secret] = [newTicketId(), newSecret()];
  const endsAt = secondsAfter(now, TICKET_SECONDS);
  return {
    ticket: { id, secretHash: digest(secret), endsAt, ...owner, ...use },
    enrolUrl: `/phone#enrol=${owner.userId}.${id}.${secret}`,
  };
}

/** The parts of a ticket as it stands in the link, or `undefined` if the text is not one. */
export function parseTicket(text: string): { userId: UserId; id: TicketId; secret: string } | undefined {
  const [userId = '', id = '', secret = '', ...more] = text.split('.');
  if (!isUserId(userId) || !isTicketId(id) || secret.length !== 43 || more.length > 0) return undefined;
  return { userId, id, secret };
}

/** The ticket if the secret opens it, whatever has become of it. @throws {NodError} `ticket_unknown` */
export function openedTicket(ticket: Ticket | undefined, secret: string): Ticket {
  if (ticket === undefined || !matchesSecret(secret, ticket.secretHash)) throw unknownTicket();
  return ticket;
}

/** Whether the ticket can still be used. @throws {NodError} `ticket_used`, `ticket_expired` */
export function assertUsable({ spentAt, endsAt }: Ticket, now: Date): void {
  if (spentAt !== undefined) {
    throw new NodError('ticket_used', 'This link has been used already. Start again in your browser.', {
      params: { what: 'link' },
    });
  }
  if (now >= endsAt) {
    throw new NodError(
      'ticket_expired',
      'This link is more than ten minutes old. Start again in your browser.',
      { params: { what: 'link' } },
    );
  }
}

/**
 * Whether it is the phone that spent the ticket, has lost the answer and repeats: the same credential, with the same
 * `Idempotency-Key`, within the ticket's time.
 */
export function isSpentBy(
  { spentBy, endsAt }: Ticket,
  { credentialId, keyHash }: { credentialId: string; keyHash: string | undefined },
  now: Date,
): boolean {
  return (
    now < endsAt &&
    keyHash !== undefined &&
    keyHash === spentBy?.keyHash &&
    credentialId === spentBy.credentialId
  );
}

export function unknownTicket(): NodError {
  return new NodError('ticket_unknown', 'This link is not known here. Scan the code on your screen again.', {
    field: 'ticket',
  });
}
