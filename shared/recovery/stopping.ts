/** Stops a recovery that somebody else has begun. */
import { browserOf } from '../activity/activity.ts';
import { activityStore } from '../activity/activity-store.ts';
import type { Database } from '../database.ts';
import type { Device } from '../devices/device.ts';
import { deviceChangesStore } from '../devices/device-changes-store.ts';
import { ticketStore } from '../devices/ticket-store.ts';
import { ConditionFailed, NodError } from '../errors.ts';
import type { SessionId } from '../ids.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { deny, sessionEnded } from '../sessions/session.ts';
import { sessionStore } from '../sessions/session-store.ts';
import { begunRecoveries } from './begun-recoveries.ts';
import { recoveryStore } from './recovery-store.ts';

const ATTEMPTS = 5;

export function stopping(
  db: Database,
  begun = begunRecoveries(db),
  recovery = recoveryStore(db),
  tickets = ticketStore(db),
  sessions = sessionStore(db),
  changes = deviceChangesStore(db),
  activity = activityStore(db),
) {
  /**
   * Denies the recovery, spends its ticket, and voids its code, which somebody else has: one transaction with what says
   * that this phone is still one. The others that wait with that code are over with it. An enrolment spends the same,
   * and so of the two exactly one wins.
   * @param counter of the phone's assertion
   * @throws {NodError} `not_found`, `already_answered`, `session_ended`
   */
  return async function stop(
    device: Device,
    sessionId: SessionId,
    counter: number,
    now: Date,
  ): Promise<void> {
    const { userId } = device;
    try {
      await optimisticRetry(ATTEMPTS, attempt);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw new NodError('recovery_not_stopped', 'This recovery could not be stopped. Look again.', {
        cause: error,
      });
    }

    async function attempt(): Promise<void> {
      const session = await sessions.get(userId, sessionId);
      if (session?.purpose !== 'recovery')
        throw new NodError('not_found', 'There is no such recovery.', { params: { what: 'recovery' } });
      deny(session, true, now);
      const [{ codeHash, recoveries }, named] = await Promise.all([
        begun.waiting(userId, now),
        begun.withTickets(userId, [session]),
      ]);
      // The code was renewed meanwhile, and with the old one nobody gets in.
      if (codeHash === undefined || named[0]?.ticket.codeHash !== codeHash) throw sessionEnded('cancelled');
      // It may have begun before the last ones.
      const all = [...named, ...recoveries.filter((other) => other.session.id !== sessionId)];
      await db.write(
        recovery.spend(userId, codeHash),
        changes.noteAssertion(device, counter, now),
        ...all.flatMap(({ session, ticket }) => [
          tickets.spend(ticket, now),
          ...sessions.answer(deny(session, true, now), now),
        ]),
        activity.record({
          userId,
          at: now,
          kind: 'recovery_stopped',
          ...browserOf(session),
          device: device.name,
        }),
      );
    }
  };
}
