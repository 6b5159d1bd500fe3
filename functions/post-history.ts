import { postHistoryCall } from '../shared/api/threads.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { isBlocked } from '../shared/people/hides.ts';
import { hidesStore } from '../shared/people/hides-store.ts';
import { editStore, type PostVersion } from '../shared/posts/edit-store.ts';
import { withEntities } from '../shared/posts/post-response.ts';
import { postStore } from '../shared/posts/post-store.ts';

/** All versions of a post, the one that stands first. */
export const postHistory = (
  db: Database,
  posts = postStore(db),
  edits = editStore(db),
  hides = hidesStore(db),
) =>
  endpoint(postHistoryCall, async ({ params: { postId }, caller }) => {
    const post = await posts.get(postId);
    const isSeen =
      post !== undefined &&
      (caller === undefined || !isBlocked(await hides.get(caller.session.userId), post.userId));
    if (!isSeen) throw new NodError('not_found', 'There is no such post.', { params: { what: 'post' } });
    const versions = post.edits ? await edits.of(post) : [];
    const standing = { ...post, at: post.editedAt ?? post.createdAt };
    return { status: 200, body: { items: [standing, ...versions].map(versionResponse) } };
  });

const versionResponse = ({ body, language, at }: PostVersion) => ({
  ...withEntities(body),
  ...(language === undefined ? {} : { language }),
  at: at.toISOString(),
});

export const handler = serve(postHistory(database()));
