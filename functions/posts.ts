import { toCursor } from '../shared/api/cursor.ts';
import { postsCall } from '../shared/api/posts.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import type { UserId } from '../shared/ids.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { assembledPosts, blockedOnly, unseen } from '../shared/timelines/assembled-posts.ts';
import { authorsPage } from '../shared/timelines/authors-page.ts';
import { entryOf } from '../shared/timelines/timeline-entry.ts';
import { type UserStore, userStore } from '../shared/users/user-store.ts';

/** Everybody's posts or one author's, newest first, a page at a time, as whoever reads is to see them. */
export const posts = (db: Database, users = userStore(db), posts = postStore(db)) =>
  endpoint(postsCall, async ({ query: { author, kind, cursor, after, limit }, caller }) => {
    const from = {
      limit,
      ...(cursor === undefined ? {} : { before: cursor }),
      ...(after === undefined ? {} : { after }),
    };
    const page =
      author === undefined
        ? await posts.all(from)
        : await authorsPage(posts, await authorId(users, author), from, kind);
    const isLeftOut = author === undefined ? unseen : blockedOnly;
    return {
      status: 200,
      body: {
        items: await assembledPosts(db, caller?.session.userId, page.posts.map(entryOf), isLeftOut),
        next: page.next && toCursor(page.next),
      },
    };
  });

async function authorId(users: UserStore, username: string): Promise<UserId> {
  const userId = await users.idByName(username);
  if (userId === undefined)
    throw new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' }, field: 'author' });
  return userId;
}

await prime('Users');

export const handler = serve(posts(database()));
