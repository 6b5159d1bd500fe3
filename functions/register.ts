import * as v from 'valibot';
import { type Database, database } from '../shared/database.ts';
import { TICKET_SECONDS, type Ticket } from '../shared/devices/ticket.ts';
import { ticketStore } from '../shared/devices/ticket-store.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { SIGNIN_COOKIE, sessionToken, setCookie } from '../shared/http/cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { newSessionId, newTicketId, newUserId } from '../shared/ids.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { digest, newSecret } from '../shared/secrets.ts';
import { browserFacts } from '../shared/sessions/browser-facts.ts';
import { COMPLETION_SECONDS, REPEAT_SECONDS, type Session } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { userStore } from '../shared/users/user-store.ts';
import { displayNameSchema, isReserved, usernameSchema } from '../shared/users/username.ts';

const body = v.object({ username: usernameSchema, displayName: v.optional(displayNameSchema) });

/** Reserves the name for ten minutes and opens the session that waits for the phone to enrol. */
export const register = (
  db: Database,
  users = userStore(db),
  sessions = sessionStore(db),
  tickets = ticketStore(db),
  limits = limitStore(db),
) =>
  endpoint('register', body, async ({ body, viewer, idempotencyKey, now }) => {
    const { username, displayName = username } = body;
    await limits.count(LIMITS.registrationsPerAddress, viewer.ip, now);
    if (isReserved(username)) throw taken();

    const userId = newUserId();
    const endsAt = secondsAfter(now, TICKET_SECONDS);
    const [signinSecret, ticketSecret] = [newSecret(), newSecret()];
    const ticket: Ticket = {
      id: newTicketId(),
      userId,
      secretHash: digest(ticketSecret),
      endsAt,
      username,
      displayName,
      sessionId: newSessionId(),
    };
    const session: Session = {
      ...browserFacts(viewer, false),
      id: ticket.sessionId,
      userId,
      username,
      displayName,
      roles: [],
      purpose: 'registration',
      status: 'pending',
      startedAt: now,
      endsAt,
      signinHash: digest(signinSecret),
      ticketId: ticket.id,
      decoy: false,
    };
    const reservation = { userId, until: endsAt, keyHash: idempotencyKey && digest(idempotencyKey) };
    try {
      await db.write(
        users.reserveName(username, reservation, now),
        ...sessions.start(session),
        tickets.issue(ticket),
      );
    } catch (error) {
      throw error instanceof ConditionFailed ? taken() : error;
    }
    return {
      status: 201,
      body: {
        username,
        enrolUrl: `/phone#enrol=${userId}.${ticket.id}.${ticketSecret}`,
        expiresAt: endsAt.toISOString(),
      },
      cookies: [
        setCookie(
          SIGNIN_COOKIE,
          sessionToken({ userId, sessionId: session.id, secret: signinSecret }),
          TICKET_SECONDS + COMPLETION_SECONDS + REPEAT_SECONDS,
        ),
      ],
    };
  });

function taken(): NodError {
  return new NodError('username_taken', 'This name is taken. Choose another one.', { field: 'username' });
}

export const handler = serve(register(database()));
