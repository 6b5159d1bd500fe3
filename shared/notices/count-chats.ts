import { chatStore, inboxOtherIn } from '../chats/chat-store.ts';
import type { Change, Copier } from '../copies/change.ts';
import type { Database, Item } from '../database.ts';
import type { UserId } from '../ids.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { isUnheard } from '../people/hides.ts';
import { hidesStore } from '../people/hides-store.ts';
import { jitter } from '../store-errors.ts';
import { unreadStore } from './unread-store.ts';

const ATTEMPTS = 20;

/** Counts the conversations in which something is unread, as their inbox says it now; those of whom one does not hear not. */
export const countChats: Copier = async (db, { key, before, after }: Change, now) => {
  const other = inboxOtherIn(key);
  if (other === undefined || (before && after && hasUnread(before) === hasUnread(after))) return;
  await countChat(db, key.pk as UserId, other, now);
};

const hasUnread = ({ unread }: Item): boolean => Number(unread) > 0;

/** The same of one of them, asked for as often as one likes. */
export function countChat(db: Database, userId: UserId, other: UserId, now: Date): Promise<void> {
  const unreads = unreadStore(db);
  return optimisticRetry(
    ATTEMPTS,
    async () => {
      // First: whatever changes after this look refuses what is decided by it.
      const seen = await unreads.get(userId);
      const [isCounted, inbox, hides] = await Promise.all([
        unreads.isCounted(userId, other),
        chatStore(db).inbox(userId, other),
        hidesStore(db).get(userId),
      ]);
      const counts = inbox !== undefined && inbox.unread > 0 && !isUnheard(hides, other);
      if (counts === isCounted) return;
      const messages = seen.messages + (counts ? 1 : -1);
      await db.write(
        unreads.change(userId, seen, { messages }),
        counts ? unreads.countIn(userId, other) : unreads.countOut(userId, other),
      );
      await db.put(unreads.rung(userId, now));
    },
    () => jitter(),
  );
}
