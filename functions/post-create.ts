import { postCreateCall } from '../shared/api/posts.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { areSamePictures, picturesOf } from '../shared/media/attaching.ts';
import { mediaStore } from '../shared/media/media-store.ts';
import { count } from '../shared/metrics.ts';
import { idempotencyStore } from '../shared/posts/idempotency-store.ts';
import { newPostId, type Post } from '../shared/posts/post.ts';
import { postResponse } from '../shared/posts/post-response.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { provenanceOf } from '../shared/sessions/provenance.ts';

/**
 * Writes a post, which keeps the id of the session that wrote it. With an `Idempotency-Key` a repeat, after a
 * lost answer or a double click, answers with the post that is already there.
 */
export const postCreate = (
  db: Database,
  posts = postStore(db),
  postings = idempotencyStore(db),
  pictures = mediaStore(db),
  live = liveSessionStore(db),
  limits = limitStore(db),
) =>
  endpoint(postCreateCall, async ({ body, caller: { session }, idempotencyKey, now }) => {
    const { userId, username, displayName } = session;
    await limits.count(LIMITS.postsPerUser, userId, now);
    const { media, attach } = await picturesOf(pictures, userId, body.media ?? []);
    const post: Post = {
      id: newPostId(now),
      userId,
      username,
      displayName,
      body: body.body,
      createdAt: now,
      ...(media.length === 0 ? {} : { media }),
      ...provenanceOf(session),
    };
    try {
      await db.write(
        // An ended session writes nothing more, so that nothing stands beside what "it wasn't me" has hidden.
        live.stillActive(session, now),
        posts.create(post),
        ...(idempotencyKey === undefined ? [] : [postings.note(userId, idempotencyKey, post.id, now)]),
        ...attach(post.id),
      );
      count('Posts');
      return { status: 201, body: postResponse(post) };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const [isOver] = error.failed;
      if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
      const postId = idempotencyKey === undefined ? undefined : await postings.find(userId, idempotencyKey);
      // All that is left to have failed without one: a picture is another post's by now, or was swept away.
      if (postId === undefined)
        throw new NodError('image_taken', 'A post has this picture already. Upload it anew.');
      const written = await posts.ofAuthorById(userId, postId);
      if (written?.body !== post.body || !areSamePictures(written.media, post.media)) {
        throw new NodError('conflict', 'Another text was posted with this Idempotency-Key. Send a new key.', {
          field: 'Idempotency-Key',
          cause: error,
        });
      }
      return { status: 201, body: postResponse(written) };
    }
  });

await prime('Sessions');

export const handler = serve(postCreate(database()));
