/** Removing a phone, and what goes with it. */
import { whereOf } from '../activity/activity.ts';
import { activityStore } from '../activity/activity-store.ts';
import type { Database } from '../database.ts';
import { NodError } from '../errors.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { newsStore } from '../push/news-store.ts';
import { endSessionsWith } from '../sessions/ending.ts';
import type { GrantedSession } from '../sessions/granted-session.ts';
import { liveSessionStore } from '../sessions/live-session-store.ts';
import { isLetInBy } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import { sessionListStore } from '../sessions/session-list-store.ts';
import { sessionStore } from '../sessions/session-store.ts';
import { credentialCountStore } from '../users/credential-count-store.ts';
import { type Device, deviceIdOf } from './device.ts';
import { deviceChangesStore } from './device-changes-store.ts';
import { deviceStore } from './device-store.ts';

const ATTEMPTS = 5;

export function removal(
  db: Database,
  devices = deviceStore(db),
  changes = deviceChangesStore(db),
  credentialCounts = credentialCountStore(db),
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  activity = activityStore(db),
  news = newsStore(db),
  live = liveSessionStore(db),
) {
  /**
   * Removes a phone with its push subscription, by which it hears of that one last time, denies the sign-ins that ring, and, where `endsSessions`, closes those
   * that it has let in: one transaction. Returns the sessions that it closed.
   *
   * The phone's row must still be as it was before the sessions were looked for: every yes is noted on it, and so none
   * slips in between; and the session that asks must still live, since it may be reported at that very moment.
   * @throws {NodError} `last_sign_in_method`, `not_found`, `not_signed_in`
   */
  return async function remove(
    phone: Device,
    { asking, endsSessions }: { asking: Session | undefined; endsSessions: boolean },
    now: Date,
  ): Promise<GrantedSession[]> {
    const { userId } = phone;
    let device = phone;
    return optimisticRetry(
      ATTEMPTS,
      async () => {
        const [ringing, granted] = await Promise.all([
          lists.ringing(userId, now),
          endsSessions ? lists.granted(userId, now) : [],
        ]);
        const approved = granted.filter((session) => isLetInBy(session, deviceIdOf(device)));
        // One that it ends itself is held to that by its end.
        const isHeld = asking !== undefined && !approved.some(({ id }) => id === asking.id);
        const where = asking === undefined ? {} : whereOf(asking);
        const entry = { userId, at: now, kind: 'phone_removed', device: device.name, ...where } as const;
        const writes = [
          credentialCounts.removePhone(userId),
          ...changes.remove(device, now),
          ...(isHeld ? [live.stillActive(asking, now)] : []),
          activity.record(entry),
          ...news.farewell({ activity: entry, removed: [device] }),
        ];
        await endSessionsWith(writes, db, sessions, [...ringing, ...approved], 'phone_removed', now);
        return approved;
      },
      async ({ failed: [isLastMethod, isGone, , isOver] }) => {
        if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
        if (isLastMethod && !isGone) throw lastSignInMethod();
        const current = await devices.get(userId, device.credentialId);
        if (current === undefined)
          throw new NodError('not_found', 'There is no such phone.', { params: { what: 'phone' } });
        device = current;
      },
    );
  };
}

function lastSignInMethod(): NodError {
  // Whether accounts can be linked here, only the page knows.
  return new NodError(
    'last_sign_in_method',
    'This is your only way in. Add another one before you remove it.',
    { params: { method: 'phone' } },
  );
}
