/** A browser that waits until a phone has enrolled: how a registration and a recovery begin. */
import { SIGNIN_COOKIE, sessionToken, setCookie } from '../http/cookies.ts';
import type { Answer, Viewer } from '../http/request.ts';
import { newSessionId } from '../ids.ts';
import { digest, newSecret } from '../secrets.ts';
import { browserFacts } from '../sessions/browser-facts.ts';
import type { Provenance } from '../sessions/provenance.ts';
import { COMPLETION_SECONDS, REPEAT_SECONDS, type Session } from '../sessions/session.ts';
import { newTicket, TICKET_SECONDS, type Ticket, type TicketPurpose } from './ticket.ts';

/** The session and the ticket that are to be stored together, and what the browser is told. */
export function waitForPhone(
  user: Pick<Session, 'userId' | 'username' | 'displayName' | 'avatar' | 'roles'>,
  use: Exclude<TicketPurpose, { purpose: 'invite' }> & Pick<Provenance, 'approvedBy'>,
  viewer: Viewer,
  now: Date,
): { session: Session; ticket: Ticket; answer: Answer<'register'> & Answer<'recover'> } {
  const { userId, username, displayName } = user;
  const [sessionId, secret] = [newSessionId(), newSecret()];
  const { ticket, enrolUrl } = newTicket({ userId, username, displayName }, { ...use, sessionId }, now);
  const session: Session = {
    ...browserFacts(viewer, false),
    ...user,
    id: sessionId,
    purpose: use.purpose,
    status: 'pending',
    startedAt: now,
    endsAt: ticket.endsAt,
    signinHash: digest(secret),
    ticketId: ticket.id,
    decoy: false,
  };
  const cookie = setCookie(
    SIGNIN_COOKIE,
    sessionToken({ userId, sessionId, secret }),
    TICKET_SECONDS + COMPLETION_SECONDS + REPEAT_SECONDS,
  );
  const body = { username, enrolUrl, expiresAt: ticket.endsAt.toISOString() };
  return { session, ticket, answer: { status: 201, body, cookies: [cookie] } };
}
