import type { Database } from '../database.ts';
import { NodError } from '../errors.ts';
import type { NoticeId } from '../ids.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { liveSessionStore } from '../sessions/live-session-store.ts';
import type { Session } from '../sessions/session.ts';
import { jitter } from '../store-errors.ts';
import { noticeStore } from './notice-store.ts';
import { unreadStore } from './unread-store.ts';

/** Notices may go on arriving meanwhile. */
const ATTEMPTS = 20;

/**
 * Notes up to which notice somebody has read, which goes forward only, and what is left behind it.
 * @throws {NodError} `not_signed_in`
 */
export function readUpTo(db: Database, session: Session, upTo: NoticeId, now: Date): Promise<void> {
  const { userId } = session;
  const [unreads, notices] = [unreadStore(db), noticeStore(db)];
  return optimisticRetry(
    ATTEMPTS,
    async () => {
      // First: whatever comes after this look refuses what is counted by it.
      const seen = await unreads.get(userId);
      const newest = await notices.newest(userId);
      // Nobody has read what is not written yet.
      const readTo = newest !== undefined && newest < upTo ? newest : upTo;
      if (newest === undefined || (seen.readTo !== undefined && seen.readTo >= readTo)) return;
      const left = readTo === newest ? [] : await notices.after(userId, readTo);
      await db.write(
        liveSessionStore(db).stillActive(session, now),
        unreads.change(userId, seen, { readTo, notices: left.length }),
      );
      // In other browsers of theirs it is read as well.
      if (left.length !== seen.notices) await db.put(unreads.rung(userId, now));
    },
    async ({ failed: [isOver] }) => {
      if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
      await jitter();
    },
  );
}
