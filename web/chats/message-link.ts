import { html, nothing, type View } from '../lib/html.ts';
import { messagesIcon } from '../lib/icons.ts';
import { messages } from '../lib/messages.ts';
import type { Person } from '../lib/viewer.ts';

/** Leads from somebody's page to one's conversation with them. */
export function messageLink(username: string, reader: Person | undefined): View {
  if (reader === undefined || reader.username === username) return nothing;
  return html`<a class="button quiet message-link" href="/messages/${username}" title=${messages.posts.writeTo}>
    ${messagesIcon()}<span class="visually-hidden">${messages.posts.writeTo}</span>
  </a>`;
}
