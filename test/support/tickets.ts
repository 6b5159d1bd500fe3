import type { Ticket } from '../../shared/devices/ticket.ts';
import { newSessionId, newTicketId, newUserId } from '../../shared/ids.ts';
import { digest } from '../../shared/secrets.ts';

/** A ticket of a new registration, opened by `secret`. */
export function newTicket(secret: string, endsAt: Date): Ticket {
  return {
    id: newTicketId(),
    userId: newUserId(),
    secretHash: digest(secret),
    endsAt,
    purpose: 'registration',
    username: 'susan',
    displayName: 'Susan',
    sessionId: newSessionId(),
  };
}
