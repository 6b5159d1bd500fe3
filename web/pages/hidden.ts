/** Whom somebody has muted and blocked, to take it back. */
import { hiddenPeople } from '../hides/hidden-people.ts';
import { html, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';

const layout = openLayout(view);
const people = hiddenPeople(layout);
layout.update();

watchSession(layout, { required: true, onPerson: () => void people.load() });

function view(): View {
  return html`<h1>${messages.hides.title}</h1>
    <p class="muted page-lead">${messages.hides.lead}</p>
    ${people.view()}`;
}
