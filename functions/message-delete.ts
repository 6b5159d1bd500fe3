import { messageDeleteCall } from '../shared/api/messages.ts';
import { correspondent } from '../shared/chats/correspondent.ts';
import { deleteMessage } from '../shared/chats/delete-message.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { optimisticRetry } from '../shared/optimistic-retry.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { userStore } from '../shared/users/user-store.ts';

/** The recipient may be reading meanwhile. */
const ATTEMPTS = 5;

/** Deletes a message of the caller's own, for both; another's is not found under it. */
export const messageDelete = (db: Database, users = userStore(db), live = liveSessionStore(db)) =>
  endpoint(messageDeleteCall, async ({ params: { username, messageId }, caller: { session }, now }) => {
    const { userId } = session;
    const other = await correspondent(users, userId, username);
    await optimisticRetry(
      ATTEMPTS,
      async () => {
        const writes = await deleteMessage(db, userId, { other, message: messageId }, now);
        if (writes.length === 0)
          throw new NodError('not_found', 'You have written no such message.', {
            params: { what: 'message' },
          });
        await db.write(live.stillActive(session, now), ...writes);
      },
      ({ failed: [isOver] }) => {
        if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
      },
    );
    return { status: 204 };
  });

export const handler = serve(messageDelete(database()));
