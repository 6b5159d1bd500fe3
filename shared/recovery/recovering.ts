/**
 * Recovers an account: the new phone takes the place of all phones, and the waiting browser's session that of all
 * sessions.
 */
import { whereOf } from '../activity/activity.ts';
import { activityStore } from '../activity/activity-store.ts';
import type { Database, Write } from '../database.ts';
import type { Device } from '../devices/device.ts';
import { deviceChangesStore } from '../devices/device-changes-store.ts';
import { deviceStore } from '../devices/device-store.ts';
import type { Ticket } from '../devices/ticket.ts';
import { NodError } from '../errors.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { newsStore } from '../push/news-store.ts';
import { secondsAfter } from '../seconds.ts';
import { endSessionsWith } from '../sessions/ending.ts';
import type { Session } from '../sessions/session.ts';
import { sessionListStore } from '../sessions/session-list-store.ts';
import { sessionStore } from '../sessions/session-store.ts';
import { credentialCountStore } from '../users/credential-count-store.ts';
import { userStore } from '../users/user-store.ts';
import { recoveryStore } from './recovery-store.ts';

const ATTEMPTS = 5;

export function recovering(
  db: Database,
  users = userStore(db),
  devices = deviceStore(db),
  changes = deviceChangesStore(db),
  credentialCounts = credentialCountStore(db),
  recovery = recoveryStore(db),
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  activity = activityStore(db),
  news = newsStore(db),
) {
  /**
   * Removes all other phones, which hear of it, ends all sessions, denies the sign-ins that ring, spends the code and lets the waiting
   * browser in, in one transaction with `enrolled`, which spends the ticket and stores the phone.
   *
   * The other phones are looked at before the sessions are, and their rows must still be the same in the end: every
   * yes is noted on its phone's row, and so none slips in between.
   * @throws {NodError} `ticket_used`, `user_disabled`
   */
  return async function recover(
    { userId, codeHash }: Extract<Ticket, { purpose: 'recovery' }>,
    device: Device,
    enrolled: readonly Write[],
    approved: Session,
    now: Date,
  ): Promise<void> {
    await optimisticRetry(
      ATTEMPTS,
      async () => {
        if ((await recovery.get(userId))?.codeHash !== codeHash) throw codeGone();
        const phones = await devices.ofUser(userId);
        const others = phones.filter(({ credentialId }) => credentialId !== device.credentialId);
        const [ringing, granted] = await Promise.all([
          lists.ringing(userId, now),
          lists.granted(userId, now),
        ]);
        const entry = {
          userId,
          at: now,
          kind: 'recovered',
          device: device.name,
          ...whereOf(approved),
        } as const;
        const writes = [
          ...enrolled,
          recovery.spend(userId, codeHash),
          ...sessions.answer(approved, now),
          // Nothing that was approved before this moment can be completed; the waiting browser's yes is a moment later.
          credentialCounts.onlyPhone(userId, phones.length, secondsAfter(now, -0.001)),
          ...others.flatMap((other) => changes.remove(other, now)),
          activity.record(entry),
          ...news.farewell({ activity: entry, removed: others }),
        ];
        await endSessionsWith(writes, db, sessions, [...ringing, ...granted], 'recovered', now);
      },
      async (refusal) => {
        if ((await users.get(userId))?.disabled) {
          throw new NodError('user_disabled', 'This account is disabled.');
        }
        const isLost = refusal.failed.slice(0, enrolled.length + 2).some(Boolean);
        if (isLost) throw refusal;
      },
    );
  };
}

function codeGone(): NodError {
  return new NodError('ticket_used', 'This recovery code has been used or replaced meanwhile.', {
    params: { what: 'code' },
  });
}
