/** What people in tests write to each other. */
import type { UserId } from '../../shared/ids.ts';
import { hidesKey } from '../../shared/people/hides-store.ts';
import type { MessageResponse } from '../../shared/responses.ts';
import type { Browser } from './browser.ts';
import type { Nod } from './nod.ts';
import { userRow } from './people.ts';

type Somebody = { username: string; browser: Browser };

export const send = (from: Somebody, to: Somebody, body: string): Promise<MessageResponse> =>
  from.browser.succeed('message-create', { params: { username: to.username }, body: { body } });

/** What somebody sees of a conversation, newest first. */
export const chatOf = (reader: Somebody, other: Somebody) =>
  reader.browser.succeed('chat', { params: { username: other.username } });

/** The same, as words in the order in which they were written; `null` is what was deleted. */
export async function wordsOf(reader: Somebody, other: Somebody): Promise<(string | null)[]> {
  const { items } = await chatOf(reader, other);
  return items.map(({ body }) => body ?? null).reverse();
}

export const markRead = (reader: Somebody, other: Somebody, to: string) =>
  reader.browser.call('chat-read', { params: { username: other.username }, body: { to } });

export const userIdOf = async (nod: Nod, { username }: Somebody): Promise<UserId> =>
  (await userRow(nod, username)).pk as UserId;

/** One blocks the other: both sides in one transaction, as the rows are read. */
export async function block(nod: Nod, by: Somebody, other: Somebody): Promise<void> {
  const [one, two] = [await userIdOf(nod, by), await userIdOf(nod, other)];
  const add = (userId: UserId, set: 'blocked' | 'blockedBy', member: UserId) => ({
    Update: {
      TableName: nod.db.tableName('Posts'),
      Key: hidesKey(userId),
      UpdateExpression: `ADD ${set} :member`,
      ExpressionAttributeValues: { ':member': new Set([member]) },
    },
  });
  await nod.db.write(add(one, 'blocked', two), add(two, 'blockedBy', one));
}
