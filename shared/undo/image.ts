import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { mediaStore } from '../media/media-store.ts';
import type { Undoable } from './undoable.ts';

/**
 * A picture that nothing shows goes at once, also at the edge, where its address alone would show it for a while. One that
 * a post shows goes with that: it is hidden, or somebody else's session has written it. An avatar has been let go by then.
 * @returns none if something shows it, or if it is gone
 */
export async function undoImage(
  db: Database,
  userId: UserId,
  { image }: Extract<Undoable, { kind: 'image' }>,
  now: Date,
): Promise<Write[]> {
  const store = mediaStore(db);
  const [media] = await store.ofUser(userId, [image]);
  return media === undefined || media.attachedTo !== undefined ? [] : store.takeBack(media, now);
}
