/** Ending many sessions at once: as many to a transaction as fit, and none lost to one that ended by itself. */
import type { Database } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import { close, type Reason, type Session } from './session.ts';
import type { SessionStore } from './session-store.ts';

/** Two writes each, and DynamoDB takes a hundred to a transaction; fewer collide less with what else is written. */
const AT_ONCE = 40;
const SIDE_BY_SIDE = 4;

/** Closes all of `sessions` and returns those that it closed; one that is over already is passed over. */
export async function endSessions(
  db: Database,
  store: SessionStore,
  sessions: readonly Session[],
  reason: Reason,
  now: Date,
): Promise<Session[]> {
  const batches: Session[][] = [];
  for (let at = 0; at < sessions.length; at += AT_ONCE) batches.push(sessions.slice(at, at + AT_ONCE));
  const ended: Session[] = [];
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
        ended.push(...(await endBatch(batch)));
      }
    }),
  );
  return ended;

  async function endBatch(batch: Session[]): Promise<Session[]> {
    if (batch.length === 0) return [];
    const writes = batch.map((session) => store.close(close(session, reason, now), now));
    try {
      await db.write(...writes.flat());
      return batch;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      // Some ended by themselves in the meantime, and nothing of the batch was written: once more, without those.
      const refused = new Set(writes.flat().filter((_, at) => error.failed[at]));
      return endBatch(batch.filter((_, at) => !writes[at]?.some((write) => refused.has(write))));
    }
  }
}
