/** Saved: the posts that somebody keeps, for themselves alone. */

import { call } from '../lib/api.ts';
import { emptyView } from '../lib/empty-view.ts';
import { html, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';
import { rememberedPerson } from '../lib/viewer.ts';
import { timeline } from '../posts/timeline.ts';

const layout = openLayout(view);
const posts = timeline(layout, {
  ask: ({ cursor }) => call('saved', { query: { cursor } }),
  isStill: true,
  failed: messages.marks.savedNotLoaded,
  empty: nothingSaved,
  ownUsername: () => rememberedPerson()?.username,
});
layout.update();

watchSession(layout, { required: true, onPerson: () => void posts.load() });

function view(): View {
  return html`<h1>${messages.marks.saved}</h1>
    <p class="muted page-lead">${messages.marks.savedLead}</p>
    ${posts.view()}`;
}

function nothingSaved(): View {
  return emptyView(messages.marks.nothingSaved, messages.marks.nothingSavedMore);
}
