import { html, type View } from '../lib/html.ts';

/** Nobody has this name: it could be the reader's. */
export function nobodyView(username: string): View {
  return html`<div class="empty tall">
    <h1>Nobody is called @${username}</h1>
    <p class="muted">Look at the name again, or go back to what everybody says.</p>
    <a class="button quiet" href="/">Go home</a>
  </div>`;
}
