import { messageCreateCall } from '../shared/api/messages.ts';
import { chatStore } from '../shared/chats/chat-store.ts';
import { correspondent } from '../shared/chats/correspondent.ts';
import { type Inbox, type Message, newMessageId } from '../shared/chats/message.ts';
import { messageResponse } from '../shared/chats/message-response.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import type { MessageId } from '../shared/ids.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { count } from '../shared/metrics.ts';
import { optimisticRetry } from '../shared/optimistic-retry.ts';
import { hidesStore } from '../shared/people/hides-store.ts';
import { idempotencyStore } from '../shared/posts/idempotency-store.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { provenanceOf } from '../shared/sessions/provenance.ts';
import { jitter } from '../shared/store-errors.ts';
import type { Named } from '../shared/timelines/timeline-entry.ts';
import { undoLogStore } from '../shared/undo/undo-log-store.ts';
import { userStore } from '../shared/users/user-store.ts';

/** Two write to each other at once, from several tabs: each time one of them wins. */
const ATTEMPTS = 20;

/**
 * Writes to somebody. With an `Idempotency-Key` a repeat, after a lost answer or a double click, answers with the message
 * that is already there.
 */
export const messageCreate = (
  db: Database,
  users = userStore(db),
  chats = chatStore(db),
  hides = hidesStore(db),
  keys = idempotencyStore(db),
  live = liveSessionStore(db),
  log = undoLogStore(db),
  limits = limitStore(db),
) =>
  endpoint(
    messageCreateCall,
    async ({ body: { body }, params, caller: { session }, idempotencyKey, now }) => {
      const { userId } = session;
      const other = await correspondent(users, userId, params.username);
      await limits.count(LIMITS.messagesPerUser, userId, now);
      let seen = await chats.inbox(userId, other);
      if (seen === undefined) await limits.count(LIMITS.correspondentsPerUser, userId, now);
      const to = await toOf(seen);
      const message = await optimisticRetry(
        ATTEMPTS,
        () => attempt(),
        async () => {
          await jitter();
          seen = await chats.inbox(userId, other);
        },
      );
      return { status: 201, body: messageResponse(message, userId) };

      async function attempt(): Promise<Message> {
        const message: Message = {
          id: newMessageId(now, seen?.lastId),
          from: userId,
          to: other,
          body,
          createdAt: now,
          ...provenanceOf(session),
        };
        try {
          await db.write(
            // Neither an ended session writes, nor anybody to whom the other is closed.
            live.stillActive(session, now),
            hides.neitherBlocks(userId, other),
            ...chats.send(message, session, to, seen?.lastId),
            log.note(session, now, { kind: 'message', other, message: message.id }),
            ...(idempotencyKey === undefined ? [] : [keys.note(userId, idempotencyKey, message.id, now)]),
          );
          count('Messages');
          return message;
        } catch (error) {
          if (!(error instanceof ConditionFailed)) throw error;
          const [isOver, isBlocked] = error.failed;
          if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
          if (isBlocked) throw new NodError('blocked', 'You and this person cannot reach each other here.');
          const isRepeat = idempotencyKey !== undefined && error.failed.at(-1);
          if (isRepeat) return written(idempotencyKey, error);
          throw error;
        }
      }

      /** As the other is called, which an inbox says since they last wrote, or were first written to. */
      async function toOf(inbox: Inbox | undefined): Promise<Named> {
        const { username, displayName } = inbox ?? (await users.get(other)) ?? unnamed(params.username);
        return { userId: other, username, displayName };
      }

      async function written(key: string, cause: ConditionFailed): Promise<Message> {
        const id = await keys.find<MessageId>(userId, key);
        const before = id && (await chats.message(userId, other, id));
        if (before !== undefined && (before.body ?? body) === body) return before;
        throw new NodError('conflict', 'Another text was sent with this Idempotency-Key. Send a new key.', {
          field: 'Idempotency-Key',
          cause,
        });
      }
    },
  );

const unnamed = (username: string) => ({ username, displayName: username });

await prime('Sessions');

export const handler = serve(messageCreate(database()));
