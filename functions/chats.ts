import { toCursor } from '../shared/api/cursor.ts';
import { chatsCall } from '../shared/api/messages.ts';
import { assembledChats } from '../shared/chats/assembled-chats.ts';
import { chatStore } from '../shared/chats/chat-store.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';

const PAGE = 20;

/** The caller's conversations, newest first, a page at a time. */
export const chats = (db: Database, chats = chatStore(db)) =>
  endpoint(chatsCall, async ({ caller: { session }, query: { cursor: before } }) => {
    const { listed, next } = await chats.list(session.userId, { before, limit: PAGE });
    return {
      status: 200,
      body: { items: await assembledChats(db, session.userId, listed), next: next && toCursor(next) },
    };
  });

await prime('Posts');

export const handler = serve(chats(database()));
