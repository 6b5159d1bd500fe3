/** "It wasn't me": ends a session that its user reports as somebody else’s, and takes back what it did (DESIGN.md §5). */
import { activityStore } from '../activity/activity-store.ts';
import type { Database, Write } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import { hidePosts } from '../posts/hide-posts.ts';
import { endSessions } from './ending.ts';
import { close, deny, isGranted, isLive, type Session } from './session.ts';
import { sessionListStore } from './session-list-store.ts';
import { sessionStore } from './session-store.ts';

/**
 * Ends the session if it still lives, denies every sign-in that waits, since whoever sent that one may have sent those,
 * and hides what the session wrote. Each step holds by itself, and a repeat goes on where a call before has stopped.
 * @returns how many posts of the session are hidden now
 */
export async function reportCompromise(db: Database, session: Session, now: Date): Promise<number> {
  const [sessions, activities] = [sessionStore(db), activityStore(db)];
  const over = await ended();
  const waiting = await sessionListStore(db).pending(session.userId, now);
  await endSessions(db, sessions, waiting, 'not_me', now, ({ length }) => [
    activities.record({ userId: session.userId, at: now, kind: 'denied', by: 'not_me', count: length }),
  ]);
  return hidePosts(db, over, now);

  /** The ended session: ended by this call, or by somebody else before. */
  async function ended(): Promise<Session> {
    if (!isLive(session, now)) return session;
    const next = isGranted(session, now) ? close(session, 'not_me', now) : deny(session, true, now, 'not_me');
    try {
      await db.write(...transitionTo(next), activities.ended(session, 'not_me', now));
      return next;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const moved = await sessions.get(session.userId, session.id);
      if (moved === undefined || isLive(moved, now)) throw error;
      return moved;
    }
  }

  function transitionTo(next: Session): Write[] {
    return next.status === 'denied' ? sessions.answer(next, now) : sessions.close(next, now);
  }
}
