/**
 * Undoes what a session has done that leaves no row of its own, newest first, so that each act meets what it had made
 * (DESIGN.md §5.4). Each is undone and settled by one transaction, so that a repeat goes on where a call has stopped, and of
 * two at once one does it; what is settled then goes out of the log with a note of how many in the activity.
 */
import { browserOf } from '../activity/activity.ts';
import { activityStore } from '../activity/activity-store.ts';
import type { Database, Item } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import type { Provenance } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import { inverseOf } from './inverses.ts';
import { type UndoEntry, undoLogStore } from './undo-log-store.ts';
import { type ActCounts, countedActs, type UndoKind, type UndoneActs } from './undoable.ts';

/** As many acts are looked at to say beforehand how much there is to undo. */
const MOST_COUNTED = 1000;

/** How often an act is tried whose rows change under it. One that still does is left for the next report. */
const ATTEMPTS = 8;

type IsOfIt = (row: Partial<Provenance>) => boolean;

/** How many acts there are to undo, and whether there may be more than were looked at. */
export async function actsToUndo(
  db: Database,
  session: Session,
  isOfIt: IsOfIt,
  now: Date,
): Promise<UndoneActs> {
  const { entries, lastKey } = await undoLogStore(db).since(session, undefined, now, MOST_COUNTED);
  const left = entries.filter((entry) => isOfIt(entry) && entry.undone === undefined);
  return { acts: countedActs(left.map(({ kind }) => kind)), more: lastKey !== undefined };
}

/**
 * Undoes all that `isOfIt`. The sessions that did it must be over: then nothing of theirs is added any more.
 * @param isTimeLeft once it says no, no further page is begun
 * @returns what this call has undone, and whether it was cut short
 */
export async function undoActs(
  db: Database,
  session: Session,
  isOfIt: IsOfIt,
  now: Date,
  isTimeLeft: () => boolean,
): Promise<UndoneActs> {
  const [log, activities] = [undoLogStore(db), activityStore(db)];
  const undone: UndoKind[] = [];
  for (let after: Item | undefined; ; ) {
    if (!isTimeLeft()) return { acts: countedActs(undone), more: true };
    const { entries, lastKey } = await log.since(session, after, now);
    const lanes = Object.values(
      Object.groupBy(entries.filter(isOfIt), (entry) => inverseOf(entry).lane(entry)),
    );
    const settled = (await Promise.all(lanes.map((lane = []) => settledOf(lane)))).flat();
    const kinds = settled.filter((entry) => entry.undone).map(({ kind }) => kind);
    try {
      await db.write(...settled.map(log.forget), ...noteOf(countedActs(kinds)));
    } catch (error) {
      // Another report has noted some of them: it is looked at what is left.
      if (!(error instanceof ConditionFailed)) throw error;
      continue;
    }
    undone.push(...kinds);
    if (lastKey === undefined) return { acts: countedActs(undone), more: false };
    after = lastKey;
  }

  function noteOf(acts: ActCounts) {
    const { userId } = session;
    const count = acts.reduce((sum, of) => sum + of.count, 0);
    if (count === 0) return [];
    return [activities.record({ userId, at: now, kind: 'undone', ...browserOf(session), count })];
  }

  /** Settles acts one after the other; left out are those that another call has settled, or that could not be. */
  async function settledOf(lane: UndoEntry[]): Promise<UndoEntry[]> {
    const settled: UndoEntry[] = [];
    for (const entry of lane) {
      const isUndone = entry.undone ?? (await undo(entry));
      if (isUndone !== undefined) settled.push({ ...entry, undone: isUndone });
    }
    return settled;
  }

  /** @returns whether there was something to undo; `undefined` where it is not settled by this call */
  async function undo(entry: UndoEntry): Promise<boolean | undefined> {
    let isSettled = false;
    try {
      return await optimisticRetry(
        ATTEMPTS,
        async () => {
          if (isSettled) return undefined;
          const writes = await inverseOf(entry).undo(db, session.userId, entry, now);
          await db.write(log.settle(entry, writes.length > 0), ...writes);
          return writes.length > 0;
        },
        ({ failed }) => {
          isSettled = failed[0] === true;
        },
      );
    } catch (error) {
      if (error instanceof ConditionFailed) return undefined;
      throw error;
    }
  }
}
