import { mediaCreateCall } from '../shared/api/media.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { newMediaId } from '../shared/ids.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { type Encode, imageThread } from '../shared/media/image-thread.ts';
import type { Media } from '../shared/media/media.ts';
import { mediaBucket } from '../shared/media/media-bucket.ts';
import { mediaStore } from '../shared/media/media-store.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { provenanceOf } from '../shared/sessions/provenance.ts';
import { undoLogStore } from '../shared/undo/undo-log-store.ts';

/**
 * Makes Nod's own files of a picture. Its row comes first, with the one that says when it goes: so that files whose
 * function died are found, and deleted, too.
 */
export const mediaCreate = (
  db: Database,
  encode: Encode,
  store = mediaStore(db),
  bucket = mediaBucket(),
  live = liveSessionStore(db),
  limits = limitStore(db),
  undo = undoLogStore(db),
) =>
  endpoint(mediaCreateCall, async ({ body, query, caller: { session }, now }) => {
    const { userId } = session;
    await limits.count(LIMITS.mediaPerUser, userId, now);
    const { width, height, placeholder, files } = await encode(body, query.for);
    const media: Media = {
      id: newMediaId(),
      userId,
      use: query.for,
      width,
      height,
      placeholder,
      createdAt: now,
      ...provenanceOf(session),
    };
    try {
      await db.write(
        live.stillActive(session, now),
        ...store.create(media),
        undo.note(session, now, { kind: 'image', image: media.id, use: media.use }),
      );
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw new NodError('not_signed_in', 'Sign in first.');
    }
    await Promise.all(files.map(({ size, bytes }) => bucket.put(media.id, size, bytes)));
    return { status: 201, body: { id: media.id, width, height, placeholder } };
  });

await prime('Sessions');

export const handler = serve(mediaCreate(database(), imageThread(new URL('./encoder.mjs', import.meta.url))));
