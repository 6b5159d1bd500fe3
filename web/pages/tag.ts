/** A tag: the posts that have it, newest first. */

import { pagePath } from '../../shared/page-path.ts';
import { emptyView } from '../lib/empty-view.ts';
import { html, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';
import { rememberedPerson } from '../lib/viewer.ts';
import { watchAuthors } from '../people/author-card.ts';
import { timeline } from '../posts/timeline.ts';
import { writeAnywhere } from '../posts/writing.ts';
import { searching } from '../search/searching.ts';

const tag = pagePath(location.pathname).slice('/tags/'.length);
document.title = `#${tag} · Nod`;

const layout = openLayout(view);
writeAnywhere(layout);
const found = searching(`#${tag}`);
const posts = timeline(layout, {
  ask: found.ask,
  failed: messages.search.notLoaded,
  empty: () =>
    found.empty(emptyView(messages.search.noneOfTag, messages.search.noneOfTagMore), () => void posts.load()),
  below: found.reach,
  ownUsername: () => rememberedPerson()?.username,
});
layout.update();
watchAuthors();
watchSession(layout, { onPerson: () => void (posts.isBack || posts.load()) });

function view(): View {
  return html`<h1 class="tag-title"><bdi dir="auto" translate="no">#${tag}</bdi></h1>
    ${posts.view()}`;
}
