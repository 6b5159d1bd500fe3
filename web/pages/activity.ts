/** Activity: what happened to the account in the last 90 days. */
import { history } from '../activity/history.ts';
import { howToCheck } from '../activity/receipt.ts';
import { html, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';

const layout = openLayout(view);
const entries = history(layout);
layout.update();

watchSession(layout, { required: true, onPerson: () => void entries.load() });

function view(): View {
  return html`<h1>${messages.activity.title}</h1>
    <p class="muted page-lead">${messages.activity.lead()}</p>
    ${entries.view()} ${howToCheck()}`;
}
