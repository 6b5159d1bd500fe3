import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, parseInput, serve } from '../shared/http/serve.ts';
import { userStore } from '../shared/users/user-store.ts';
import { usernameSchema } from '../shared/users/username.ts';

/** An author's profile. */
export const user = (db: Database, users = userStore(db)) =>
  endpoint('user', async ({ params }) => {
    const userId = await users.idByName(parseInput(usernameSchema, params.username));
    const found = userId && (await users.get(userId));
    if (found === undefined) throw new NodError('not_found', 'Nobody has this name.');
    const { username, displayName, createdAt } = found;
    return { status: 200, body: { username, displayName, createdAt: createdAt.toISOString() } };
  });

export const handler = serve(user(database()));
