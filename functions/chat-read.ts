import { chatReadCall } from '../shared/api/messages.ts';
import { chatStore } from '../shared/chats/chat-store.ts';
import { correspondent } from '../shared/chats/correspondent.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { optimisticRetry } from '../shared/optimistic-retry.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { jitter } from '../shared/store-errors.ts';
import { userStore } from '../shared/users/user-store.ts';

/** Messages may go on arriving meanwhile. */
const ATTEMPTS = 20;

/** Notes up to which message the caller has read; what is read stays read. */
export const chatRead = (
  db: Database,
  users = userStore(db),
  chats = chatStore(db),
  live = liveSessionStore(db),
) =>
  endpoint(chatReadCall, async ({ body: { to }, params: { username }, caller: { session }, now }) => {
    const { userId } = session;
    const other = await correspondent(users, userId, username);
    await optimisticRetry(
      ATTEMPTS,
      async () => {
        const inbox = await chats.inbox(userId, other);
        if (inbox === undefined)
          throw new NodError('not_found', 'You have no such message.', { params: { what: 'message' } });
        // Nobody has read what is not written yet.
        const readTo = to < inbox.lastId ? to : inbox.lastId;
        if (inbox.readTo !== undefined && inbox.readTo >= readTo) return;
        const isAll = readTo === inbox.lastId || inbox.unread === 0;
        const unread = isAll ? 0 : await chats.unreadBetween(inbox, readTo);
        await db.write(live.stillActive(session, now), chats.read(inbox, readTo, unread));
      },
      async ({ failed: [isOver] }) => {
        if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
        await jitter();
      },
    );
    return { status: 204 };
  });

export const handler = serve(chatRead(database()));
