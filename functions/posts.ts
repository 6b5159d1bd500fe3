import * as v from 'valibot';
import { type Database, database, prime } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, parseInput, serve } from '../shared/http/serve.ts';
import type { PostId, UserId } from '../shared/ids.ts';
import { isPostId } from '../shared/posts/post.ts';
import { postShape } from '../shared/posts/post-shape.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { type UserStore, userStore } from '../shared/users/user-store.ts';
import { usernameSchema } from '../shared/users/username.ts';

const PAGE = 20;

const query = v.object({
  feed: v.optional(v.literal('all', 'The feed is all.')),
  author: v.optional(usernameSchema),
  cursor: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => isPostId(fromCursor(text)), 'This is not a cursor: take it from next.'),
      v.transform((text) => fromCursor(text) as PostId),
    ),
  ),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, 'The limit is a number from 1 to 100.'),
      v.transform(Number),
      v.minValue(1, 'The limit is a number from 1 to 100.'),
      v.maxValue(100, 'The limit is a number from 1 to 100.'),
    ),
    String(PAGE),
  ),
});

/** Everybody's posts or one author's, newest first, a page at a time. */
export const posts = (db: Database, users = userStore(db), posts = postStore(db)) =>
  endpoint('posts', async (request) => {
    const { author, cursor, limit } = parseInput(query, request.query);
    const from = { limit, ...(cursor === undefined ? {} : { before: cursor }) };
    const page =
      author === undefined
        ? await posts.all({ ...from, now: request.now })
        : await posts.ofAuthor(await authorId(users, author), from);
    return {
      status: 200,
      body: { items: page.posts.map(postShape), next: page.next && toCursor(page.next) },
    };
  });

async function authorId(users: UserStore, username: string): Promise<UserId> {
  const userId = await users.idByName(username);
  if (userId === undefined) throw new NodError('not_found', 'Nobody has this name.', { field: 'author' });
  return userId;
}

const toCursor = (id: PostId): string => Buffer.from(id).toString('base64url');
const fromCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('latin1');

await prime('Users');

export const handler = serve(posts(database()));
