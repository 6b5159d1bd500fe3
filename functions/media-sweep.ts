import type { ScheduledEvent } from 'aws-lambda';
import { type Database, database, type Write } from '../shared/database.ts';
import { ConditionFailed } from '../shared/errors.ts';
import { avatarPath, mediaPaths } from '../shared/media/media.ts';
import { mediaBucket } from '../shared/media/media-bucket.ts';
import { mediaDueStore } from '../shared/media/media-due-store.ts';
import { forgetAtEdge } from '../shared/media/media-edge.ts';
import type { DueMedia } from '../shared/media/media-rows-store.ts';
import { mediaStore } from '../shared/media/media-store.ts';
import { profileStore } from '../shared/people/profile-store.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { noted, serveTrigger, triggered } from '../shared/trigger.ts';

/** No further pictures are taken after this time; those that are left come first in the next run. */
const CLAIM_MS = 45_000;
const AT_ONCE = 25;

const isMoving = ({ withPost, withProfile }: DueMedia): boolean =>
  withPost !== undefined || withProfile === true;

/**
 * Deletes the files of pictures that are due: those that nothing has shown for a day, and those of what was deleted. First
 * each is claimed, so that nothing can show it any more, then its files go, then its rows: whoever is killed in between is
 * made up for by the next run. Before that, the pictures of posts that were hidden or shown again are taken to where these are,
 * and avatars that a profile shows no more, or again.
 */
export const mediaSweep = (
  db: Database,
  list = mediaDueStore(db),
  bucket = mediaBucket(),
  atEdge = forgetAtEdge,
  posts = postStore(db),
  store = mediaStore(db),
  profiles = profileStore(db),
) =>
  triggered('media-sweep', async ({ id, time }: Pick<ScheduledEvent, 'id' | 'time'>) => {
    const now = new Date(time);
    const claimUntil = Date.now() + CLAIM_MS;
    let isWhole = true;
    for (let batch = 0; Date.now() < claimUntil; batch++) {
      const due = await list.due(now, AT_ONCE);
      if (due.length === 0) break;
      const [moving, leaving] = [due.filter(isMoving), due.filter((media) => !isMoving(media))];
      const held = (await Promise.all(moving.map(move))).flat();
      const claimed = (await Promise.all(leaving.map(claim))).flat();
      if (claimed.length > 0) await bucket.remove(claimed.map((media) => media.id));
      const away = [...held, ...claimed];
      const atEdgeToo = away.filter(({ fromEdge }) => fromEdge);
      const paths = await pathsOf(atEdgeToo);
      await Promise.all(away.filter(({ fromEdge }) => !fromEdge).map(end));
      // Of pictures that CloudFront does not forget nothing is settled; they come again, behind what is due by now.
      const isForgotten = await noted('media-sweep', () => atEdge(paths, `${id}-${batch}`));
      await Promise.all(
        atEdgeToo.map((media) => (isForgotten ? end(media) : db.write(...list.putOff(media, now)))),
      );
      isWhole &&= isForgotten;
    }
    if (!isWhole) throw new Error('The edge was not told of all pictures.');

    /** The addresses of their files at the edge. */
    async function pathsOf(media: DueMedia[]): Promise<string[]> {
      const found = await Promise.all(media.map(({ userId, id }) => store.ofUser(userId, [id])));
      return [...new Set(found.flat().flatMap(mediaPaths))];
    }

    async function end(media: DueMedia): Promise<void> {
      await (isMoving(media) ? settle(media, false) : db.write(...list.remove(media)));
    }

    /** @returns those that are held back now, which is to be settled once the edge has forgotten them where it must */
    async function move(media: DueMedia): Promise<DueMedia[]> {
      const [[found], isShown] = await Promise.all([
        store.ofUser(media.userId, [media.id]),
        isShownNow(media),
      ]);
      if (found === undefined) {
        await db.write(...list.remove(media));
        return [];
      }
      // It is being deleted, which the row for that sees to; without one for which it is time yet this would have no end.
      if (found.goneAt !== undefined) {
        await db.write(list.drop(media));
        return [];
      }
      await bucket.move(found, isShown);
      if (!isShown) return [media];
      await settle(media, true);
      return [];
    }

    async function isShownNow({ userId, id, withPost }: DueMedia): Promise<boolean> {
      if (withPost === undefined) return (await profiles.get(userId)).avatar === avatarPath(id);
      return (await posts.rowOf(userId, withPost))?.feed !== undefined;
    }

    /** Holds a write to its being so still. */
    function isShownStill({ userId, id, withPost }: DueMedia, isShown: boolean): Write {
      if (withPost === undefined) return profiles.showsAvatar(userId, avatarPath(id), isShown);
      return isShown ? posts.isThere(userId, withPost) : posts.isNotThere(userId, withPost);
    }

    /**
     * Where the post is somewhere else by now, or the picture is being deleted, it is looked at once more: another sweep may
     * have settled that before this one has moved it.
     */
    async function settle(media: DueMedia, isShown: boolean): Promise<void> {
      try {
        await db.write(isShownStill(media, isShown), ...list.moved(media));
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        await db.write(list.again(media, now));
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
