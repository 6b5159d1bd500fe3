/** Ends many sessions, as many to a transaction as fit. One that ends by itself meanwhile does not save the others. */
import type { Database, Write } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import type { GrantedSession } from './granted-session.ts';
import { close, deny, type Reason, type Session } from './session.ts';
import type { SessionStore } from './session-store.ts';

/** What DynamoDB takes to a transaction, and how many writes ending a session takes at most. */
const MOST_WRITES = 100;
const WRITES_EACH = 4;
/** Fewer than would fit collide less with what else is written. */
const AT_ONCE = 24;
/** All that is a user's stands in one partition: more at once only wait for each other. */
const SIDE_BY_SIDE = 2;

/** One that waits, whole, or one that was let in, as its list has it. */
export type LiveSession = Session | GrantedSession;

/**
 * Ends `sessions` in one transaction with `writes`, of which they are a consequence; those that do not
 * fit into it are ended before. @throws {ConditionFailed} if one of `writes` was refused, which stand first, or a session has moved
 */
export async function endSessionsWith(
  writes: readonly Write[],
  db: Database,
  store: SessionStore,
  sessions: readonly LiveSession[],
  reason: Reason,
  now: Date,
): Promise<void> {
  const fitting = Math.max(0, Math.min(AT_ONCE, Math.floor((MOST_WRITES - writes.length) / WRITES_EACH)));
  await endSessions(db, store, sessions.slice(fitting), reason, now);
  const ends = sessions.slice(0, fitting).flatMap((session) => end(store, session, reason, now));
  await db.write(...writes, ...ends);
}

/** How often it is looked for what has taken the place of a session in the moment in which that was to end. */
const LOOKS = 3;

/** Ends what `find` finds, and looks again where a step-up was faster than an end. @returns how many `end` has ended */
export async function endFound(
  find: () => Promise<LiveSession[]>,
  end: (found: LiveSession[]) => Promise<LiveSession[]>,
): Promise<number> {
  let count = 0;
  for (let look = 1, isLeft = true; isLeft && look <= LOOKS; look++) {
    const found = await find();
    const { length } = await end(found);
    count += length;
    isLeft = length < found.length;
  }
  return count;
}

/** Closes a session that was let in, and denies one that waits. */
function end(store: SessionStore, session: LiveSession, reason: Reason, now: Date): Write[] {
  return session.status === 'pending'
    ? store.answer(deny(session, false, now, reason), now)
    : store.close(close(session, reason, now), now);
}

/**
 * Ends all of `sessions` and returns those that it ended; one that is over already is passed over.
 * @param noteOf the activity to write with a batch: at most one entry for each session
 * @param isTimeLeft once it says no, nothing more is begun; what has ended has ended, and a repeat goes on with the rest
 */
export async function endSessions(
  db: Database,
  store: SessionStore,
  sessions: readonly LiveSession[],
  reason: Reason,
  now: Date,
  noteOf: (batch: readonly LiveSession[]) => Write[] = () => [],
  isTimeLeft: () => boolean = () => true,
): Promise<LiveSession[]> {
  const batches: LiveSession[][] = [];
  for (let at = 0; at < sessions.length; at += AT_ONCE) batches.push(sessions.slice(at, at + AT_ONCE));
  const ended: LiveSession[] = [];
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (let batch = next(); batch !== undefined; batch = next()) ended.push(...(await endBatch(batch)));
    }),
  );
  return ended;

  function next(): LiveSession[] | undefined {
    return isTimeLeft() ? batches.pop() : undefined;
  }

  async function endBatch(batch: LiveSession[]): Promise<LiveSession[]> {
    if (batch.length === 0) return [];
    const writes = batch.map((session) => end(store, session, reason, now));
    try {
      await db.write(...writes.flat(), ...noteOf(batch));
      return batch;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      // Some ended by themselves in the meantime, and nothing of the batch was written: once more, without those.
      const refused = new Set(writes.flat().filter((_, at) => error.failed[at]));
      return endBatch(batch.filter((_, at) => !writes[at]?.some((write) => refused.has(write))));
    }
  }
}
