/** A list that comes a page at a time, newest first. */
import type { List } from '../../shared/responses.ts';
import { errorSentence } from './error-sentence.ts';
import { focusOn } from './field.ts';
import { html, nothing, type View } from './html.ts';
import type { Layout } from './layout.ts';
import { failedView, skeletonList } from './skeleton.ts';

type Options<T> = {
  /** Asks for the page at a cursor; the first one has none. */
  ask(cursor: string | undefined): Promise<List<T>>;
  /** The sentence over the reason why it did not come. */
  failed: string;
  /** What there are more of, as it is said aloud. */
  noun: { one: string; many: string };
};

export type Paged<T> = {
  /** What is there so far. */
  items: T[];
  load(): Promise<void>;
  /** Asks for the first page once more, and puts what is new on top. */
  refresh(): Promise<void>;
  view(show: (items: T[]) => View, empty: () => View): View;
};

/** Nothing is asked for until `load`. Each item is rendered with its id, so that the focus can go there. */
export function paged<T extends { id: string }>(layout: Layout, { ask, failed, noun }: Options<T>): Paged<T> {
  let next: string | null = null;
  let isLoaded = false;
  let isLoadingMore = false;
  let error: string | undefined;

  const it: Paged<T> = { items: [], load, refresh, view };
  return it;

  async function load(): Promise<void> {
    error = undefined;
    layout.update();
    try {
      const page = await ask(undefined);
      it.items = joined(it.items, page.items);
      next = page.next;
      isLoaded = true;
    } catch (thrown) {
      error = errorSentence(thrown);
    }
    layout.update();
  }

  async function refresh(): Promise<void> {
    it.items = joined((await ask(undefined)).items, it.items);
    layout.update();
  }

  async function loadMore(): Promise<void> {
    if (isLoadingMore || next === null) return;
    isLoadingMore = true;
    error = undefined;
    layout.update();
    try {
      const page = await ask(next);
      it.items = joined(it.items, page.items);
      next = page.next;
      const count = page.items.length;
      layout.announce(`${count} more ${count === 1 ? noun.one : noun.many}.`);
      isLoadingMore = false;
      layout.update();
      // The button is gone after the last page; reading goes on at the first of the new ones.
      if (next === null) focusOn(page.items[0]?.id ?? 'main');
    } catch (thrown) {
      isLoadingMore = false;
      error = errorSentence(thrown);
      layout.update();
    }
  }

  function view(show: (items: T[]) => View, empty: () => View): View {
    if (!isLoaded && it.items.length === 0) {
      return error === undefined ? skeletonList() : failedView(failed, error, () => void load());
    }
    if (it.items.length === 0) return empty();
    return html`${show(it.items)}
      ${error === undefined ? nothing : html`<p class="error under-list" role="alert">${error}</p>`}
      ${
        next === null
          ? nothing
          : html`<p class="under-list">
              <button class="button quiet" type="button" aria-disabled=${isLoadingMore} @click=${loadMore}>
                Load more
              </button>
            </p>`
      }`;
  }
}

/** One list after the other, without what is there already: pages may overlap what came meanwhile. */
export function joined<T extends { id: string }>(first: readonly T[], second: readonly T[]): T[] {
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !ids.has(id))];
}
