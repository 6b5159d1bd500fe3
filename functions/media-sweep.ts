import type { ScheduledEvent } from 'aws-lambda';
import { type Database, database } from '../shared/database.ts';
import { ConditionFailed } from '../shared/errors.ts';
import { mediaBucket } from '../shared/media/media-bucket.ts';
import { forgetAtEdge } from '../shared/media/media-edge.ts';
import { type DueMedia, mediaStore } from '../shared/media/media-store.ts';
import { serveTrigger, triggered } from '../shared/trigger.ts';

/** No further pictures are taken after this time; those that are left come first in the next run. */
const CLAIM_MS = 45_000;
const AT_ONCE = 25;

/**
 * Deletes the files of pictures that are due: those that nothing has shown for a day, and those of what was deleted. First
 * each is claimed, so that nothing can show it any more, then its files go, then its rows: whoever is killed in between is
 * made up for by the next run.
 */
export const mediaSweep = (
  db: Database,
  store = mediaStore(db),
  bucket = mediaBucket(),
  atEdge = forgetAtEdge,
) =>
  triggered('media-sweep', async ({ id, time }: Pick<ScheduledEvent, 'id' | 'time'>) => {
    const now = new Date(time);
    const claimUntil = Date.now() + CLAIM_MS;
    for (let batch = 0; Date.now() < claimUntil; batch++) {
      const due = await store.due(now, AT_ONCE);
      if (due.length === 0) return;
      const claimed = (await Promise.all(due.map(claim))).flat();
      if (claimed.length === 0) continue;
      await bucket.remove(claimed.map((media) => media.id));
      const fromEdge = claimed.filter((media) => media.fromEdge).map((media) => media.id);
      await atEdge(fromEdge, `${id}-${batch}`);
      await Promise.all(claimed.map((media) => db.write(...store.remove(media))));
    }

    async function claim(media: DueMedia): Promise<DueMedia[]> {
      try {
        await db.write(...store.claim(media, now));
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        const [isAttached] = error.failed;
        if (isAttached) return [];
      }
      return [media];
    }
  });

export const handler = serveTrigger(mediaSweep(database()));
