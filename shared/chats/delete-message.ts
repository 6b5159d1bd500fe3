import { currentTime } from '../clock.ts';
import type { Database, Write } from '../database.ts';
import type { MessageId, UserId } from '../ids.ts';
import { chatStore } from './chat-store.ts';

/**
 * What takes a message of somebody's away, for both of the two; nothing where they have written none of this id, or it is
 * gone. The writes hold to what was read: if they are refused, look again.
 */
export async function deleteMessage(
  db: Database,
  userId: UserId,
  { other, message: id }: { other: UserId; message: MessageId },
  now: Date,
): Promise<Write[]> {
  const chats = chatStore(db);
  const [message, theirs] = await Promise.all([chats.message(userId, other, id), chats.inbox(other, userId)]);
  if (message?.body === undefined || message.from !== userId) return [];
  return chats.delete(message, theirs, now);
}

/** The same for "It wasn't me": what a session has written to somebody. */
export const undoMessage = (
  db: Database,
  userId: UserId,
  act: { other: UserId; message: MessageId },
  now: Date = currentTime(),
): Promise<Write[]> => deleteMessage(db, userId, act, now);
