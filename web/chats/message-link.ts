import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import type { Person } from '../lib/viewer.ts';

/** Leads from somebody's page to one's conversation with them. */
export function messageLink(username: string, reader: Person | undefined): View {
  if (reader === undefined || reader.username === username) return nothing;
  return html`<a class="button small quiet message-link" href="/messages/${username}">${messages.posts.writeTo}</a>`;
}
