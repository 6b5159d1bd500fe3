import { postsCall, toCursor } from '../shared/api/posts.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import type { UserId } from '../shared/ids.ts';
import { postResponse } from '../shared/posts/post-response.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { type UserStore, userStore } from '../shared/users/user-store.ts';

/** Everybody's posts or one author's, newest first, a page at a time. */
export const posts = (db: Database, users = userStore(db), posts = postStore(db)) =>
  endpoint(postsCall, async ({ query: { author, cursor, limit } }) => {
    const from = { limit, ...(cursor === undefined ? {} : { before: cursor }) };
    const page =
      author === undefined
        ? await posts.all(from)
        : await posts.ofAuthor(await authorId(users, author), from);
    return {
      status: 200,
      body: { items: page.posts.map(postResponse), next: page.next && toCursor(page.next) },
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
