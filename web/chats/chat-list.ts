/** Somebody's conversations, the one with the newest message on top. */

import { repeat } from 'lit-html/directives/repeat.js';
import { shownText } from '../../shared/posts/shown-text.ts';
import type { ChatResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { avatar } from '../lib/avatar.ts';
import { emptyView } from '../lib/empty-view.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { count } from '../lib/language.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { paged } from '../lib/paged.ts';
import { timeView } from '../lib/time.ts';

type Listed = ChatResponse & { id: string };

export type ChatList = {
  load(): Promise<void>;
  /** Looks what is new, without a word. */
  renew(): Promise<void>;
  /** Whether there is one to choose. */
  hasAny(): boolean;
  view(): View;
};

/** @param open with whom the conversation is that stands beside it */
export function chatList(layout: Layout, open: string | undefined): ChatList {
  const chats = paged<Listed>(layout, {
    async ask(cursor) {
      const { items, next } = await call('chats', { query: { cursor } });
      return { items: items.map((chat) => ({ ...chat, id: `chat-${chat.with.username}` })), next };
    },
    failed: messages.chats.listFailed,
    came: (more) => messages.chats.moreCame(more),
  });

  const listView = (items: Listed[]): View => html`<ul class="chat-list" aria-label=${messages.chats.list}>
    ${repeat(
      items,
      ({ id }) => id,
      (chat) => html`<li>${chatView(chat, chat.with.username === open)}</li>`,
    )}
  </ul>`;

  return {
    load: chats.load,
    renew: chats.renew,
    hasAny: () => chats.items.length > 0,
    view: () => chats.view(listView, noChats),
  };
}

function chatView({ id, with: person, last, unread }: Listed, isOpen: boolean): View {
  const words = last.body === undefined ? messages.chats.deleted : shownText(last.body);
  return html`<a
    class=${unread > 0 ? 'chat-entry unread' : 'chat-entry'}
    id=${id}
    href="/messages/${person.username}"
    aria-current=${isOpen ? 'page' : nothing}
  >
    ${avatar(person)}
    <span class="chat-entry-words">
      <span class="chat-entry-head">
        <bdi translate="no" class="chat-entry-name">${person.displayName}</bdi>
        ${timeView(last.createdAt, 'muted small')}
      </span>
      <span class="chat-entry-last muted">
        <span class="chat-excerpt" dir="auto">${last.mine ? messages.chats.you(words) : words}</span>
        ${unread === 0 ? nothing : unreadView(unread)}
      </span>
    </span>
  </a>`;
}

function unreadView(unread: number): View {
  return html`<span class="chat-unread" aria-hidden="true">${count(unread)}</span
    ><span class="visually-hidden">${messages.chats.unread(unread)}</span>`;
}

function noChats(): View {
  return emptyView(messages.chats.none, messages.chats.noneMore());
}
