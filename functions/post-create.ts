import { postCreateCall } from '../shared/api/posts.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
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
  live = liveSessionStore(db),
  limits = limitStore(db),
) =>
  endpoint(postCreateCall, async ({ body, caller: { session }, idempotencyKey, now }) => {
    const { userId, username, displayName } = session;
    await limits.count(LIMITS.postsPerUser, userId, now);
    const post: Post = {
      id: newPostId(now),
      userId,
      username,
      displayName,
      ...body,
      createdAt: now,
      ...provenanceOf(session),
    };
    try {
      await db.write(
        // An ended session writes nothing more, so that nothing stands beside what "it wasn't me" has hidden.
        live.stillActive(session, now),
        posts.create(post),
        ...(idempotencyKey === undefined ? [] : [postings.note(userId, idempotencyKey, post.id, now)]),
      );
      count('Posts');
      return { status: 201, body: postResponse(post) };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const [isOver] = error.failed;
      if (isOver || idempotencyKey === undefined) throw new NodError('not_signed_in', 'Sign in first.');
      const postId = await postings.find(userId, idempotencyKey);
      const written = postId && (await posts.ofAuthorById(userId, postId));
      if (written === undefined || written.body !== post.body || written.language !== post.language) {
        throw new NodError(
          'conflict',
          'Something else was posted with this Idempotency-Key. Send a new key.',
          {
            field: 'Idempotency-Key',
            cause: error,
          },
        );
      }
      return { status: 201, body: postResponse(written) };
    }
  });

await prime('Sessions');

export const handler = serve(postCreate(database()));
