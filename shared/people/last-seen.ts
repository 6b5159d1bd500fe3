/** On which day somebody was last here, for those who want it shown (DESIGN.md §5.11). */
import type { Database } from '../database.ts';
import type { ProfileResponse } from '../responses.ts';
import { unlessOvertaken } from '../store-errors.ts';
import type { Profile } from './profile.ts';
import { profileStore } from './profile-store.ts';

/** The day of a moment in UTC, such as `2025-11-27`: the same for everybody, wherever they are and read it. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** What of it is answered to whoever may see it. */
export const lastSeenOf = ({ lastSeen }: Profile): Pick<ProfileResponse, 'lastSeen'> =>
  lastSeen === undefined ? {} : { lastSeen };

/** Notes that somebody is here today, once a day and only if they want it shown. */
export async function noteSeen(db: Database, { userId, lastSeen }: Profile, now: Date): Promise<void> {
  const day = dayOf(now);
  if (lastSeen === undefined || lastSeen >= day) return;
  // Noted by another tab, or not wanted any more; and of whom many begin to follow just now the next call notes it.
  await unlessOvertaken(() => db.update(profileStore(db).seen(userId, day)));
}
