/** How "It wasn't me" undoes that a session has reported something. */
import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { Undone } from '../undo/undoable.ts';
import { reportStore } from './report-store.ts';

/** Withdraws it, unless somebody has dealt with it already. */
export async function undoReport(
  db: Database,
  userId: UserId,
  { report, about }: Undone<'report'>,
): Promise<Write[]> {
  const reports = reportStore(db);
  return (await reports.isOpen(report)) ? reports.withdraw(userId, about, report) : [];
}
