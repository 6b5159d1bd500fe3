import { registerCall } from '../shared/api/signin.ts';
import { type Database, database } from '../shared/database.ts';
import { ticketStore } from '../shared/devices/ticket-store.ts';
import { waitForPhone } from '../shared/devices/waiting-for-phone.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { newUserId } from '../shared/ids.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { digest } from '../shared/secrets.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { userStore } from '../shared/users/user-store.ts';
import { isReserved } from '../shared/users/username.ts';

/** Reserves the name for ten minutes and opens the session that waits for the phone to enrol. */
export const register = (
  db: Database,
  users = userStore(db),
  sessions = sessionStore(db),
  tickets = ticketStore(db),
  limits = limitStore(db),
) =>
  endpoint(registerCall, async ({ body, viewer, idempotencyKey, now }) => {
    const { username, displayName = username, language } = body;
    await limits.count(LIMITS.registrationsPerAddress, viewer.ip, now);
    if (isReserved(username)) throw taken();

    const userId = newUserId();
    const user = { userId, username, displayName, roles: [] };
    const use = { purpose: 'registration', ...(language === undefined ? {} : { language }) } as const;
    const { session, ticket, answer } = waitForPhone(user, use, viewer, now);
    const reservation = { userId, until: ticket.endsAt, keyHash: idempotencyKey && digest(idempotencyKey) };
    try {
      await db.write(
        ...users.reserveName(username, reservation, now),
        ...sessions.start(session),
        tickets.issue(ticket),
      );
    } catch (error) {
      throw error instanceof ConditionFailed ? taken() : error;
    }
    return answer;
  });

function taken(): NodError {
  return new NodError('username_taken', 'This name is taken. Choose another one.', { field: 'username' });
}

export const handler = serve(register(database()));
