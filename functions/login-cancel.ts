import { loginCancelCall } from '../shared/api/signin.ts';
import { type Database, database } from '../shared/database.ts';
import { ticketStore } from '../shared/devices/ticket-store.ts';
import { clearCookie, SIGNIN_COOKIE } from '../shared/http/cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { cancel } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { userStore } from '../shared/users/user-store.ts';

/** pending → cancelled, in one transaction with the ticket, if there is one, and with a registration's name, which is free again. */
export const loginCancel = (
  db: Database,
  users = userStore(db),
  sessions = sessionStore(db),
  tickets = ticketStore(db),
) =>
  endpoint(loginCancelCall, async ({ caller, now }) => {
    const { userId, username, ticketId, purpose } = caller.session;
    const cancelled = cancel(caller.session, now);
    await db.write(
      ...sessions.answer(cancelled, now),
      ...(ticketId === undefined ? [] : [tickets.spend({ id: ticketId, userId }, now)]),
      ...(purpose === 'registration' ? [users.freeName(username, userId)] : []),
    );
    return { status: 200, body: { status: 'cancelled' }, cookies: [clearCookie(SIGNIN_COOKIE)] };
  });

export const handler = serve(loginCancel(database()));
