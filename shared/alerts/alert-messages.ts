import { inboxFrom, inboxOtherIn } from '../chats/chat-store.ts';
import type { Change, Copier } from '../copies/change.ts';
import { hears } from '../notices/whom-to-tell.ts';
import { giveAlert } from './give-alert.ts';

/** Has people's phones told of messages: a record of their inbox whose count went up is one, which that row named last. */
export const alertMessages: Copier = async (db, { key, before, after }: Change, now) => {
  if (inboxOtherIn(key) === undefined || after === undefined) return;
  const { userId, other, lastId, unread } = inboxFrom(after);
  const unreadBefore = before === undefined ? 0 : inboxFrom(before).unread;
  if (unread <= unreadBefore || !(await hears(db, userId, other))) return;
  await giveAlert(db, { userId, kind: 'messages', id: lastId, who: other, group: other }, now);
};
