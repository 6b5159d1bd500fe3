import { postEditCall } from '../shared/api/threads.ts';
import { type Database, database } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { isSameText, MOST_EDITS, whyNotEditable } from '../shared/posts/edit.ts';
import { editStore } from '../shared/posts/edit-store.ts';
import type { Post } from '../shared/posts/post.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { provenanceOf } from '../shared/sessions/provenance.ts';
import { assembledPosts } from '../shared/timelines/assembled-posts.ts';
import { entryOf } from '../shared/timelines/timeline-entry.ts';
import { undoLogStore } from '../shared/undo/undo-log-store.ts';

/**
 * Changes the text of one of the caller's own posts, and keeps what it was. A repeat after a lost answer finds it saying
 * that already.
 */
export const postEdit = (
  db: Database,
  posts = postStore(db),
  edits = editStore(db),
  live = liveSessionStore(db),
  undo = undoLogStore(db),
  limits = limitStore(db),
) =>
  endpoint(
    postEditCall,
    async ({ body: { editedAt, ...text }, caller: { session }, params: { postId }, now }) => {
      const { userId } = session;
      await limits.count(LIMITS.postsPerUser, userId, now);
      const post = await posts.ofAuthorById(userId, postId);
      if (post === undefined)
        throw new NodError('not_found', 'You have no such post.', { params: { what: 'post' } });
      if (isSameText(post, text)) return answer(post);
      if (post.editedAt?.getTime() !== (editedAt && Date.parse(editedAt))) throw editedMeanwhile();
      const why = whyNotEditable(post, now);
      if (why !== undefined)
        throw new NodError('not_editable', `A post can be edited for 24 hours, and ${MOST_EDITS} times.`, {
          params: { why },
        });
      try {
        await db.write(
          live.stillActive(session, now),
          ...edits.edit(post, text, provenanceOf(session), now),
          undo.note(session, now, { kind: 'edit', post: postId, version: post.edits ?? 0 }),
        );
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        if (error.failed[0]) throw new NodError('not_signed_in', 'Sign in first.');
        const there = await posts.ofAuthorById(userId, postId);
        if (there === undefined)
          throw new NodError('not_found', 'You have no such post.', { params: { what: 'post' } });
        if (isSameText(there, text)) return answer(there);
        throw editedMeanwhile(error);
      }
      const { language: _, ...rest } = post;
      return answer({ ...rest, ...text, editedAt: now });

      async function answer(edited: Post) {
        const [body] = await assembledPosts(db, userId, [entryOf(edited)]);
        if (body === undefined) throw new Error('somebody does not see their own post');
        return { status: 200 as const, body };
      }
    },
  );

const editedMeanwhile = (cause?: unknown) =>
  new NodError('conflict', 'This post was changed meanwhile. Load it again.', { cause });

export const handler = serve(postEdit(database()));
