/** Search: what is looked for is in the page's address, so that going back and handing on a search work as anywhere. */

import type { AnswerBody } from '../../shared/responses.ts';
import { MOST_CHARACTERS } from '../../shared/search/query-length.ts';
import { call } from '../lib/api.ts';
import { emptyView } from '../lib/empty-view.ts';
import { fetched } from '../lib/fetched.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { searchIcon } from '../lib/icons.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';
import { rememberedPerson } from '../lib/viewer.ts';
import { watchAuthors } from '../people/author-card.ts';
import { peopleList } from '../people/people-view.ts';
import { timeline } from '../posts/timeline.ts';
import { writeAnywhere } from '../posts/writing.ts';
import { searching } from '../search/searching.ts';

type Kind = 'posts' | 'people';

const asked = new URLSearchParams(location.search);
const query = (asked.get('q') ?? '').trim().slice(0, MOST_CHARACTERS);
const kind: Kind = asked.get('in') === 'people' ? 'people' : 'posts';
const isAsking = query !== '';
if (isAsking) document.title = `${query} · Nod`;

const layout = openLayout(view);
writeAnywhere(layout);
const found = searching(query);
const posts = timeline(layout, {
  ask: found.ask,
  goesOn: true,
  failed: messages.search.notLoaded,
  empty: () =>
    found.empty(emptyView(messages.search.nothing, messages.search.nothingMore), () => void posts.load()),
  below: found.reach,
  ownUsername: () => rememberedPerson()?.username,
});
const people = fetched<AnswerBody<'search-people'>>(layout, {
  ask: () => call('search-people', { query: { q: query } }),
  failed: messages.search.notLoaded,
  rows: 4,
});
layout.update();
watchAuthors();
watchSession(layout, { onPerson: load });
// Whoever comes here to write has a keyboard; on a phone one would spring up over the page.
if (!isAsking && matchMedia('(hover: hover)').matches) document.getElementById('q')?.focus();

function load(): void {
  if (!isAsking) return;
  if (kind === 'people') void people.load();
  else if (!posts.isBack) void posts.load();
}

function view(): View {
  return html`<h1 class="visually-hidden">${messages.search.title}</h1>
    <form class="search" role="search" action="/search">
      <label class="visually-hidden" for="q">${messages.search.label}</label>
      ${searchIcon()}
      <input
        id="q"
        name="q"
        type="search"
        dir="auto"
        required
        maxlength=${MOST_CHARACTERS}
        placeholder=${messages.search.placeholder}
        autocomplete="off"
        autocapitalize="none"
        enterkeyhint="search"
        value=${query}
      />
      ${kind === 'people' ? html`<input type="hidden" name="in" value="people" />` : nothing}
      <button class="button small">${messages.search.search}</button>
    </form>
    ${isAsking ? resultsView() : helpView()}`;
}

function resultsView(): View {
  const link = (of: Kind, words: string) =>
    html`<a class="home-list" href=${pathOf(of)} aria-current=${of === kind ? 'page' : nothing}>${words}</a>`;
  return html`<nav class="home-lists" aria-label=${messages.search.kinds}>
      ${link('posts', messages.search.posts)} ${link('people', messages.search.people)}
    </nav>
    ${kind === 'people' ? people.view(({ items }) => (items.length > 0 ? peopleList(items) : nobody())) : posts.view()}`;
}

function nobody(): View {
  return emptyView(messages.search.nobody, messages.search.nobodyMore);
}

function pathOf(of: Kind): string {
  return `/search?${new URLSearchParams({ q: query, ...(of === 'people' ? { in: of } : {}) })}`;
}

/** What one may write, each as a search that can be tried. */
function helpView(): View {
  const example = (written: string, means: string): View =>
    html`<li><a href=${`/search?${new URLSearchParams({ q: written })}`}><bdi dir="ltr" translate="no">${written}</bdi></a> <span class="muted">${means}</span></li>`;
  return html`<section class="search-help" aria-labelledby="help-title">
    <h2 id="help-title" class="section-title">${messages.search.help.title}</h2>
    <ul>
      ${example('"good morning"', messages.search.help.phrase)}
      ${example('#nod', messages.search.help.tag)}
      ${example('from:me', messages.search.help.fromMe)}
      ${example('has:image', messages.search.help.image)}
      ${example('before:2027-01-31', messages.search.help.before)}
      ${example('since:2026', messages.search.help.since)}
    </ul>
  </section>`;
}
