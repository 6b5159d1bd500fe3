import type { Database } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import type { Place } from './bell.ts';
import { bellStore } from './bell-store.ts';

/** Nobody listens at this connection any more. First its place goes: without it nobody would look for the rest. */
export async function hangUp(db: Database, place: Place, bells = bellStore(db)): Promise<void> {
  try {
    await db.remove(bells.leave(place));
  } catch (error) {
    // Its time was over, and another one has its place; or it never got it, or has left it already.
    if (!(error instanceof ConditionFailed)) throw error;
  }
  await db.remove(bells.forget(place));
}
