import { toCursor } from '../shared/api/cursor.ts';
import { searchCall } from '../shared/api/search.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import type { UserId } from '../shared/ids.ts';
import { postWrittenAt } from '../shared/posts/post.ts';
import { searchQuery } from '../shared/search/query.ts';
import { searching } from '../shared/search/searching.ts';
import { userStore } from '../shared/users/user-store.ts';

/** Searches the posts, as whoever searches is to see them. */
export const search = (db: Database, users = userStore(db), searchPosts = searching(db)) =>
  endpoint(searchCall, async ({ query: { q, cursor, limit, language = 'en' }, caller }) => {
    const reader = caller?.session.userId;
    const query = searchQuery(q, language);
    const found = await searchPosts(query, {
      reader,
      author: query.from === undefined ? undefined : await authorNamed(query.from),
      before: cursor,
      limit,
    });
    return {
      status: 200,
      body: {
        items: found.posts,
        next: found.next && toCursor(found.next),
        lookedBackTo: found.next && postWrittenAt(found.next).toISOString(),
      },
    };

    async function authorNamed(name: string): Promise<UserId> {
      const userId = name === 'me' ? reader : await users.idByName(name);
      if (userId !== undefined) return userId;
      throw new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' }, field: 'q' });
    }
  });

export const handler = serve(search(database()));
