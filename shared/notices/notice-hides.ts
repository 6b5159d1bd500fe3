import type { Change, Copier } from '../copies/change.ts';
import type { Database } from '../database.ts';
import type { UserId } from '../ids.ts';
import { isUnheard } from '../people/hides.ts';
import { hidesFrom, hidesKey, hidesStore } from '../people/hides-store.ts';
import { countChat } from './count-chats.ts';
import type { Grouped } from './notice.ts';
import { noticeStore } from './notice-store.ts';
import { takeNoticeBack, takeNoticeOfOneBack } from './noticing.ts';
import { unreadStore } from './unread-store.ts';

/**
 * Whom somebody has just muted or blocked, or who has blocked them, is counted nowhere any more: neither what is unread of
 * them among the notices, nor their conversation, which comes back when they are heard again.
 */
export const noticeHides: Copier = async (db, { key, before, after }: Change, now) => {
  const userId = key.pk as UserId;
  if (key.sk !== hidesKey(userId).sk) return;
  const [was, is] = [hidesFrom(before), hidesFrom(after)];
  const people = new Set(
    [was, is].flatMap(({ muted, blocked, blockedBy }) => [...muted, ...blocked, ...blockedBy]),
  );
  const changed = [...people].filter((other) => isUnheard(was, other) !== isUnheard(is, other));
  if (changed.length === 0) return;
  const hides = await hidesStore(db).get(userId);
  for (const other of changed) {
    await countChat(db, userId, other, now);
    if (isUnheard(hides, other)) await forgetUnread(db, userId, other, now);
  }
};

async function forgetUnread(db: Database, userId: UserId, other: UserId, now: Date): Promise<void> {
  const { readTo } = await unreadStore(db).get(userId);
  for (const notice of await noticeStore(db).after(userId, readTo)) {
    if ('post' in notice && 'latest' in notice) {
      const { kind, post }: { kind: Grouped; post: typeof notice.post } = notice;
      await takeNoticeOfOneBack(db, userId, kind, post, other, now);
    } else if ('who' in notice && notice.who.userId === other) {
      await takeNoticeBack(db, userId, notice.about, now);
    }
  }
}
