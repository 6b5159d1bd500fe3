/** Recoveries that have begun: a browser has given the code, and waits for the phone that is to be the only one. */
import type { Database } from '../database.ts';
import type { Ticket } from '../devices/ticket.ts';
import { ticketStore } from '../devices/ticket-store.ts';
import type { UserId } from '../ids.ts';
import type { Session } from '../sessions/session.ts';
import { sessionListStore } from '../sessions/session-list-store.ts';
import { recoveryStore } from './recovery-store.ts';

export type BegunRecovery = { session: Session; ticket: Extract<Ticket, { purpose: 'recovery' }> };

/** So many are looked at, those that have begun last; only who has the code begins any. */
const MOST_BEGUN = 10;

export function begunRecoveries(
  db: Database,
  recovery = recoveryStore(db),
  lists = sessionListStore(db),
  tickets = ticketStore(db),
) {
  return {
    /** Those that can still end with a new phone, newest first, and the code that they were begun with. */
    async waiting(
      userId: UserId,
      now: Date,
    ): Promise<{ codeHash: string | undefined; recoveries: BegunRecovery[] }> {
      const [code, sessions] = await Promise.all([
        recovery.get(userId),
        lists.recovering(userId, MOST_BEGUN, now),
      ]);
      const recoveries = (await withTickets(userId, sessions)).filter(
        ({ ticket }) => ticket.codeHash === code?.codeHash,
      );
      return { codeHash: code?.codeHash, recoveries };
    },

    withTickets,
  };

  async function withTickets(userId: UserId, sessions: readonly Session[]): Promise<BegunRecovery[]> {
    const ids = sessions.flatMap(({ ticketId }) => ticketId ?? []);
    const found = new Map((await tickets.ofUser(userId, ids)).map((ticket) => [ticket.id, ticket]));
    const newestFirst = [...sessions].sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
    return newestFirst.flatMap((session) => {
      const ticket = session.ticketId && found.get(session.ticketId);
      return ticket?.purpose === 'recovery' ? [{ session, ticket }] : [];
    });
  }
}
