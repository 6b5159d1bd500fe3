/** What is shown for an address that is no page's. */
import { html, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { watchSession } from '../lib/session-watch.ts';

const layout = openLayout(view);
layout.update();
watchSession(layout);

function view(): View {
  return html`<div class="empty tall">
    <h1>There is no page here</h1>
    <p class="muted">The address may be mistyped, or what it led to is gone.</p>
    <a class="button quiet" href="/">Go home</a>
  </div>`;
}
