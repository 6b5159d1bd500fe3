import type { ScheduledEvent } from 'aws-lambda';
import { type Database, database } from '../shared/database.ts';
import { ConditionFailed } from '../shared/errors.ts';
import { mediaBucket } from '../shared/media/media-bucket.ts';
import { mediaDueStore } from '../shared/media/media-due-store.ts';
import { forgetAtEdge } from '../shared/media/media-edge.ts';
import type { DueMedia } from '../shared/media/media-rows-store.ts';
import { mediaStore } from '../shared/media/media-store.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { serveTrigger, triggered } from '../shared/trigger.ts';

/** No further pictures are taken after this time; those that are left come first in the next run. */
const CLAIM_MS = 45_000;
const AT_ONCE = 25;

type MovingMedia = DueMedia & Required<Pick<DueMedia, 'withPost'>>;

const isMoving = (media: DueMedia): media is MovingMedia => media.withPost !== undefined;

/**
 * Deletes the files of pictures that are due: those that nothing has shown for a day, and those of what was deleted. First
 * each is claimed, so that nothing can show it any more, then its files go, then its rows: whoever is killed in between is
 * made up for by the next run. Before that, the pictures of posts that were hidden or shown again are taken to where these are.
 */
export const mediaSweep = (
  db: Database,
  list = mediaDueStore(db),
  bucket = mediaBucket(),
  atEdge = forgetAtEdge,
  posts = postStore(db),
  store = mediaStore(db),
) =>
  triggered('media-sweep', async ({ id, time }: Pick<ScheduledEvent, 'id' | 'time'>) => {
    const now = new Date(time);
    const claimUntil = Date.now() + CLAIM_MS;
    for (let batch = 0; Date.now() < claimUntil; batch++) {
      const due = await list.due(now, AT_ONCE);
      if (due.length === 0) return;
      const [moving, leaving] = [due.filter(isMoving), due.filter((media) => !isMoving(media))];
      const held = (await Promise.all(moving.map(move))).flat();
      const claimed = (await Promise.all(leaving.map(claim))).flat();
      if (claimed.length > 0) await bucket.remove(claimed.map((media) => media.id));
      const fromEdge = [...held, ...claimed.filter((media) => media.fromEdge)].map((media) => media.id);
      await atEdge([...new Set(fromEdge)], `${id}-${batch}`);
      await Promise.all([
        ...held.map((media) => settle(media, false)),
        ...claimed.map((media) => db.write(...list.remove(media))),
      ]);
    }

    /** @returns those that are held back now, and have to be forgotten at the edge before that is settled */
    async function move(media: MovingMedia): Promise<MovingMedia[]> {
      const [[found], row] = await Promise.all([
        store.ofUser(media.userId, [media.id]),
        posts.rowOf(media.userId, media.withPost),
      ]);
      if (found === undefined) {
        await db.write(...list.remove(media));
        return [];
      }
      const isShown = row?.feed !== undefined;
      await bucket.move(found, isShown);
      if (!isShown) return [media];
      await settle(media, true);
      return [];
    }

    /**
     * Where the post is somewhere else by now, or the picture is being deleted, it is looked at once more: another sweep may
     * have settled that before this one has moved it.
     */
    async function settle(media: MovingMedia, isShown: boolean): Promise<void> {
      const { userId, withPost } = media;
      const isWhere = isShown ? posts.isThere(userId, withPost) : posts.isNotThere(userId, withPost);
      try {
        await db.write(isWhere, ...list.moved(media));
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        await db.write(...store.moveWith({ userId, id: withPost, media: [media] }, now));
      }
    }

    async function claim(media: DueMedia): Promise<DueMedia[]> {
      try {
        await db.write(...list.claim(media, now));
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        const [isAttached] = error.failed;
        if (isAttached) return [];
      }
      return [media];
    }
  });

export const handler = serveTrigger(mediaSweep(database()));
