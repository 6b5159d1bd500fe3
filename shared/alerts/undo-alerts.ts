import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { Undone } from '../undo/undoable.ts';
import { userOf } from '../users/user-store.ts';
import { isSameAlerts, withoutAlertChoice } from './alert.ts';
import { alertStore } from './alert-store.ts';

/** What takes back what a session has chosen to be told of, as far as nothing else was chosen since. */
export async function undoAlerts(db: Database, userId: UserId, choice: Undone<'alerts'>): Promise<Write[]> {
  const user = await userOf(db, userId);
  if (user === undefined) return [];
  const wanted = user.alerts ?? [];
  const next = withoutAlertChoice(wanted, choice);
  return isSameAlerts(wanted, next) ? [] : [alertStore(db).choose(user, next)];
}
