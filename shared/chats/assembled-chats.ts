/**
 * Conversations as their list shows them: it holds ids, and the last words, what is unread and how people are called are
 * read where they stand. So what is deleted is gone from the list as well, and is nowhere written twice.
 */
import type { Database } from '../database.ts';
import type { UserId } from '../ids.ts';
import { profileFrom, profileKey } from '../people/profile-store.ts';
import { personIn } from '../posts/post-response.ts';
import type { ChatResponse } from '../responses.ts';
import { inboxFrom, inboxKey, isInboxRow, type Listed, messageFrom, messageKey } from './chat-store.ts';
import { messageResponse } from './message-response.ts';

/** In their order; at most 2.5 read units for each, by one call, and none for a list that is empty. */
export async function assembledChats(
  db: Database,
  reader: UserId,
  listed: readonly Listed[],
): Promise<ChatResponse[]> {
  if (listed.length === 0) return [];
  const rows = await db.getTogether({
    Users: listed.map(({ other }) => profileKey(other)),
    Posts: listed.flatMap(({ other, lastId }) => [
      inboxKey(reader, other),
      messageKey(reader, other, lastId),
    ]),
  });
  const profiles = new Map(rows.Users.map(profileFrom).map((profile) => [profile.userId, profile]));
  const inboxes = new Map(
    rows.Posts.filter(isInboxRow)
      .map(inboxFrom)
      .map((inbox) => [inbox.other, inbox]),
  );
  const messages = new Map(
    rows.Posts.filter((row) => !isInboxRow(row))
      .map(messageFrom)
      .map((message) => [message.id, message]),
  );
  return listed.flatMap(({ other, lastId }) => {
    const [inbox, message] = [inboxes.get(other), messages.get(lastId)];
    // What was written some milliseconds ago may not be there yet; the next look has it.
    if (inbox === undefined || message === undefined) return [];
    return [
      {
        with: personIn({ ...inbox, userId: other }, profiles),
        last: messageResponse(message, reader),
        unread: inbox.unread,
      },
    ];
  });
}
