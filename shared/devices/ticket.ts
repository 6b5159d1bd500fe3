/** Tickets: `userId.ticketId.secret`, single use, let one phone enrol within ten minutes (design §1). */
import { NodError } from '../errors.ts';
import { isTicketId, isUserId, type SessionId, type TicketId, type UserId } from '../ids.ts';
import { opens } from '../secrets.ts';

export const TICKET_SECONDS = 10 * 60;

export type Ticket = {
  id: TicketId;
  userId: UserId;
  secretHash: string;
  endsAt: Date;
  spentAt?: Date;
  username: string;
  displayName: string;
  /** The browser's session that waits for this enrolment. */
  sessionId: SessionId;
};

/** The parts of a ticket as it stands in the link, or `undefined` if the text is not one. */
export function parseTicket(text: string): { userId: UserId; id: TicketId; secret: string } | undefined {
  const [userId = '', id = '', secret = '', ...more] = text.split('.');
  if (!isUserId(userId) || !isTicketId(id) || secret.length !== 43 || more.length > 0) return undefined;
  return { userId, id, secret };
}

/** The ticket if the secret opens it and it can still be used. @throws {NodError} `ticket_unknown`, `ticket_spent`, `ticket_over` */
export function usableTicket(ticket: Ticket | undefined, secret: string, now: Date): Ticket {
  if (ticket === undefined || !opens(secret, ticket.secretHash)) throw unknownTicket();
  if (ticket.spentAt !== undefined) {
    throw new NodError('ticket_spent', 'This link has been used already. Start again in your browser.');
  }
  if (now >= ticket.endsAt) {
    throw new NodError('ticket_over', 'This link is more than ten minutes old. Start again in your browser.');
  }
  return ticket;
}

export function unknownTicket(): NodError {
  return new NodError('ticket_unknown', 'This link is not known here. Scan the code on your screen again.', {
    field: 'ticket',
  });
}
