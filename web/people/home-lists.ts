/** Home has two lists for whoever is signed in, each at an address of its own: whom they follow, and everybody. */

import type { HomeOf } from '../../shared/api/timelines.ts';
import type { List, PostResponse } from '../../shared/responses.ts';
import { ApiError, call } from '../lib/api.ts';
import { emptyView } from '../lib/empty-view.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import type { From } from '../posts/timeline.ts';

/** The query of everybody's. */
const EVERYBODY = '?everybody';

export type HomeLists = {
  /** Whether this page shows the reader's own list, which no document brings. */
  isOwn: boolean;
  ask(from: From): Promise<List<PostResponse>>;
  /** Whether what it has asked for is everybody's, only because the reader's phone was away. */
  isStandIn(): boolean;
  /** What is said while one's own list is empty. */
  empty(): View | undefined;
  /** The way to the other list, below the place to write. */
  view(): View;
  /** Why everybody is on one's own list, and whom one could follow, above the posts. */
  hint(): View;
};

type Options = {
  isOfEverybody: boolean;
  /** The page's, once it is there. */
  layout(): Layout;
};

export function homeLists({ isOfEverybody, layout }: Options): HomeLists {
  const isOwn = !isOfEverybody && location.search !== EVERYBODY;
  /** Whose the last answer was; nothing, where nobody is signed in any more. */
  let of: HomeOf | undefined;
  /** Whether everybody's stands in, because nobody's own is shown while their phone is away. */
  let isAway = false;
  /** Whom one could follow, while that is nobody. */
  let suggested: (() => View) | undefined;

  async function ask({ cursor, after, limit }: From): Promise<List<PostResponse>> {
    if (!isOwn) return call('posts', { query: { cursor, after, limit } });
    try {
      const page = await call('home', { query: { cursor, after } });
      of = page.of;
      if (of === 'everybody' && cursor === undefined) await suggest(page.items);
      return page;
    } catch (error) {
      const code = error instanceof ApiError ? error.code : undefined;
      if ((code !== 'not_signed_in' && code !== 'phone_away') || cursor !== undefined) throw error;
      isAway = code === 'phone_away';
      of = undefined;
      return call('posts', { query: { after, limit } });
    }
  }

  /** What does not come is not missed. */
  async function suggest(posts: readonly PostResponse[]): Promise<void> {
    const code = await lazyImport(() => import('./suggested-people.ts')).catch(() => undefined);
    suggested ??= code?.suggestedPeople(layout(), posts);
  }

  const { home, everybody, followSomebody, lists } = messages.people;
  const link = (path: string, words: string, isHere: boolean) =>
    html`<a class="home-list" href=${path} aria-current=${isHere ? 'page' : nothing}>${words}</a>`;

  return {
    isOwn,
    ask,
    isStandIn: () => isAway,
    empty: () =>
      of !== 'home' ? undefined : emptyView(messages.people.nothingAtHome, messages.people.nothingAtHomeMore),
    view: () =>
      html`<nav class="home-lists" aria-label=${lists}>
        ${link('/', home, isOwn)} ${link(`/${EVERYBODY}`, everybody, !isOwn)}
      </nav>`,
    hint: () =>
      isOwn && of === 'everybody'
        ? html`<p class="muted follow-somebody">${followSomebody}</p>
            ${suggested?.() ?? nothing}`
        : nothing,
  };
}
