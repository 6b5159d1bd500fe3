import type * as v from 'valibot';
import { postCreateCall } from '../shared/api/posts.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { areSamePictures, picturesOf } from '../shared/media/attaching.ts';
import { attachingStore } from '../shared/media/attaching-store.ts';
import type { PostMedia } from '../shared/media/media.ts';
import { count } from '../shared/metrics.ts';
import { counting } from '../shared/people/profile-store.ts';
import { idempotencyStore } from '../shared/posts/idempotency-store.ts';
import { newPostId, type Post } from '../shared/posts/post.ts';
import { postResponse } from '../shared/posts/post-response.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { provenanceOf } from '../shared/sessions/provenance.ts';
import { parentGone, replyPlace } from '../shared/threads/reply-target.ts';

/**
 * Writes a post, which keeps the id of the session that wrote it. With an `Idempotency-Key` a repeat, after a
 * lost answer or a double click, answers with the post that is already there.
 */
export const postCreate = (
  db: Database,
  posts = postStore(db),
  postings = idempotencyStore(db),
  pictures = attachingStore(db),
  live = liveSessionStore(db),
  limits = limitStore(db),
) =>
  endpoint(postCreateCall, async ({ body, caller: { session }, idempotencyKey, now }) => {
    const { userId, username, displayName } = session;
    const around = { profiles: new Map([[userId, session]]) };
    await limits.count(LIMITS.postsPerUser, userId, now);
    const { replyTo, whoMayReply, media: asked = [], ...text } = body;
    const { media, attach } = await picturesOf(pictures, userId, asked);
    try {
      const place =
        replyTo === undefined ? whoMayReply && { whoMayReply } : await replyPlace(db, replyTo, session);
      const post: Post = {
        id: newPostId(now),
        userId,
        username,
        displayName,
        ...text,
        ...place,
        createdAt: now,
        ...(media.length === 0 ? {} : { media }),
        ...provenanceOf(session),
      };
      await db.write(
        // An ended session writes nothing more, so that nothing stands beside what "it wasn't me" has hidden.
        live.stillActive(session, now),
        ...(post.replyTo === undefined
          ? []
          : [posts.countBelow(post.replyTo, { replies: 1, places: 0 }, true)]),
        posts.create(post),
        counting(db, userId, 'posts', 1),
        ...(idempotencyKey === undefined ? [] : [postings.note(userId, idempotencyKey, post.id, now)]),
        ...attach(post.id),
      );
      count('Posts');
      return { status: 201, body: postResponse(post, around) };
    } catch (error) {
      // Whoever repeats is answered as before, whatever has become of what it answers and of its pictures.
      if (!isRefusal(error)) throw error;
      if (error instanceof ConditionFailed && error.failed[0])
        throw new NodError('not_signed_in', 'Sign in first.');
      const postId = idempotencyKey && (await postings.find(userId, idempotencyKey));
      if (!postId) throw error instanceof NodError ? error : whatIsGone(error, replyTo !== undefined);
      const written = await posts.ofAuthorById(userId, postId);
      if (written === undefined || !isSame(written, body, media)) {
        throw new NodError('conflict', 'This Idempotency-Key belongs to another post. Send a new one.', {
          field: 'Idempotency-Key',
          cause: error,
        });
      }
      return { status: 201, body: postResponse(written, around) };
    }
  });

/** What a repeat may be refused with, though it has been done. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ConditionFailed || (error instanceof NodError && error.code !== 'store_unavailable');

/** What is answered was there when it was looked for, and the pictures were nothing else's. */
function whatIsGone(cause: unknown, isReply: boolean): NodError {
  if (isReply && cause instanceof ConditionFailed && cause.failed[1]) return parentGone(cause);
  return new NodError('image_taken', 'A post has this picture already. Upload it anew.', { cause });
}

const isSame = (
  written: Post,
  { body, language, replyTo, whoMayReply }: PostInput,
  media: PostMedia[],
): boolean =>
  areSamePictures(written.media, media) &&
  written.body === body &&
  written.language === language &&
  written.replyTo?.id === replyTo &&
  (replyTo !== undefined || written.whoMayReply === whoMayReply);

type PostInput = v.InferOutput<typeof postCreateCall.body>;

await prime('Sessions');

export const handler = serve(postCreate(database()));
