import type { Database } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import { bellStore } from './bell-store.ts';

/** Nobody listens at this connection any more. */
export async function hangUp(db: Database, connectionId: string, bells = bellStore(db)): Promise<void> {
  try {
    await db.write(...(await bells.remove(connectionId)));
  } catch (error) {
    // Its time was over, and another one has its place.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
