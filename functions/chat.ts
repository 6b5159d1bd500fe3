import { toCursor } from '../shared/api/cursor.ts';
import { chatCall } from '../shared/api/messages.ts';
import { chatStore, inboxFrom, inboxKey, isInboxRow } from '../shared/chats/chat-store.ts';
import { correspondent } from '../shared/chats/correspondent.ts';
import { messageResponse } from '../shared/chats/message-response.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import type { UserId } from '../shared/ids.ts';
import { isBlocked } from '../shared/people/hides.ts';
import { hidesFrom, hidesKey } from '../shared/people/hides-store.ts';
import { profileFrom, profileKey } from '../shared/people/profile-store.ts';
import { personIn } from '../shared/posts/post-response.ts';
import { userFrom, userKey, userStore } from '../shared/users/user-store.ts';

const PAGE = 30;

/** The caller's conversation with somebody, newest first, a page at a time. */
export const chat = (db: Database, users = userStore(db), chats = chatStore(db)) =>
  endpoint(chatCall, async ({ caller: { session }, params: { username }, query: { cursor: before } }) => {
    const { userId } = session;
    const other = await correspondent(users, userId, username);
    const [{ messages, next }, around] = await Promise.all([
      chats.messages(userId, other, { before, limit: PAGE }),
      aroundChat(db, userId, other),
    ]);
    return {
      status: 200,
      body: {
        ...around,
        items: messages.map((message) => messageResponse(message, userId)),
        next: next && toCursor(next),
      },
    };
  });

/** Who the other is, what of theirs is unread, and whether the two may write to each other. */
async function aroundChat(db: Database, userId: UserId, other: UserId) {
  const rows = await db.getTogether({
    Users: [userKey(other), profileKey(other)],
    Posts: [inboxKey(userId, other), hidesKey(userId)],
  });
  const user = rows.Users.find(({ sk }) => sk === userKey(other).sk);
  if (user === undefined)
    throw new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' } });
  const profiles = rows.Users.filter((row) => row !== user).map(profileFrom);
  const inbox = rows.Posts.find(isInboxRow);
  const hides = hidesFrom(rows.Posts.find((row) => !isInboxRow(row)));
  const { username, displayName } = userFrom(user);
  return {
    with: personIn({ userId: other, username, displayName }, new Map(profiles.map((one) => [other, one]))),
    unread: inbox === undefined ? 0 : inboxFrom(inbox).unread,
    blocked: isBlocked(hides, other),
  };
}

await prime('Posts');

export const handler = serve(chat(database()));
