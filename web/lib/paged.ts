/** A list that comes a page at a time, newest first. */
import type { List } from '../../shared/responses.ts';
import { action } from './action.ts';
import { focusOn } from './field.ts';
import { html, nothing, type View } from './html.ts';
import type { Layout } from './layout.ts';
import { messages } from './messages.ts';
import { keepingPlace } from './reading-place.ts';
import { failedView, skeletonList } from './skeleton.ts';

type Options<T> = {
  /** Asks for the page at a cursor; the first one has none. */
  ask(cursor: string | undefined): Promise<List<T>>;
  /** The sentence that is shown if the list does not come, above the reason. */
  failed: string;
  /** What a screen reader is told when so many more have come. */
  came(count: number): string;
  /** What the button for the next page says, if not what it says everywhere. */
  more?: string;
  /** For how many rows the skeleton holds the place. */
  rows?: number;
  /** What is there already: the first page that the document has brought, or all that was there before. */
  given?: List<T> | undefined;
  /** Whether the next page comes by itself as its reader nears the end. */
  isEndless?: boolean;
};

export type Paged<T> = {
  /** What is there so far. */
  items: T[];
  /** The cursor of the next page; `null` where there is none. */
  next(): string | null;
  hasMore(): boolean;
  load(): Promise<void>;
  /** Asks for the first page once more, in place of all that is there. */
  reload(): Promise<void>;
  /** Asks for the first page once more, and puts what is new on top. */
  refresh(): Promise<void>;
  /** The same without a word, and what is gone goes. */
  renew(): Promise<void>;
  /** Puts on top what is not there yet; what is read stays where it is. */
  prepend(items: readonly T[]): void;
  view(show: (items: T[]) => View, empty: () => View): View;
  /** The button for the next page, where there is one. */
  moreView(): View;
};

/** So near its end the next page is asked for. */
const NEAR_PX = 1200;
/** So many pages come by themselves where there is something below the list, which nobody would reach otherwise. */
const PAGES_AT_ONCE = 4;

/** Nothing is asked for until `load`. Each item is rendered with its id, so that the focus can go there. */
export function paged<T extends { id: string }>(
  layout: Pick<Layout, 'update' | 'announce'>,
  options: Options<T>,
): Paged<T> {
  const { ask, failed, came, more = messages.common.loadMore, rows, given, isEndless = false } = options;
  let unasked = 0;
  let next = given?.next ?? null;
  let isLoaded = given !== undefined;
  const loading = action(layout.update);

  const it: Paged<T> = {
    items: given?.items ?? [],
    next: () => next,
    hasMore: () => next !== null,
    load: () => first((items) => joined(it.items, items)),
    reload: () => first((items) => items),
    refresh,
    renew,
    prepend(items) {
      it.items = joined(items, it.items);
      keepingPlace(layout.update);
    },
    view,
    moreView,
  };
  if (isEndless && 'document' in globalThis) addEventListener('scroll', onScroll, { passive: true });
  return it;

  async function first(merged: (items: T[]) => T[]): Promise<void> {
    await loading.run(async () => {
      const page = await ask(undefined);
      it.items = merged(page.items);
      next = page.next;
      isLoaded = true;
    });
  }

  async function refresh(): Promise<void> {
    it.items = joined((await ask(undefined)).items, it.items);
    layout.update();
  }

  async function renew(): Promise<void> {
    const before = it.items;
    const page = await ask(undefined).catch(() => undefined);
    // What was written or deleted here meanwhile is newer than the answer.
    if (page === undefined || loading.isBusy || it.items !== before) return;
    const last = it.items.findIndex(({ id }) => id === page.items.at(-1)?.id);
    const older = last < 0 ? [] : it.items.slice(last + 1);
    it.items = joined(page.items, older);
    if (older.length === 0) next = page.next;
    keepingPlace(layout.update);
  }

  async function loadMore(): Promise<void> {
    unasked = 0;
    await append((items) => {
      layout.announce(came(items.length));
      layout.update();
      // The button is gone after the last page; reading goes on at the first of the new ones.
      if (next === null) focusOn(items[0]?.id ?? 'main');
    });
  }

  async function append(onCame: (items: T[]) => void): Promise<void> {
    const cursor = next;
    if (cursor === null) return;
    await loading.run(async () => {
      const page = await ask(cursor);
      it.items = joined(it.items, page.items);
      next = page.next;
      onCame(page.items);
    });
  }

  /** After a failure only the button tries again. */
  function onScroll(): void {
    const { scrollHeight } = document.documentElement;
    if (loading.isBusy || loading.error !== undefined || scrollY + innerHeight < scrollHeight - NEAR_PX)
      return;
    // A page that was cleared asks for nothing.
    if (document.querySelector('main .under-list') === null) return;
    if (unasked >= PAGES_AT_ONCE && document.querySelector('#footer > *') !== null) return;
    unasked++;
    void append(() => {});
  }

  function view(show: (items: T[]) => View, empty: () => View): View {
    const { error } = loading;
    if (!isLoaded && it.items.length === 0) {
      return error === undefined ? skeletonList(rows) : failedView(failed, error, () => void it.load());
    }
    if (it.items.length === 0) return empty();
    return html`${show(it.items)}
      ${error === undefined ? nothing : html`<p class="error under-list" role="alert">${error}</p>`}
      ${moreView()}`;
  }

  function moreView(): View {
    if (next === null) return html``;
    return html`<p class="under-list">
      <button class="button quiet" type="button" aria-disabled=${loading.isBusy} @click=${loadMore}>${more}</button>
    </p>`;
  }
}

/**
 * The first list and what the second has besides: a page overlaps the one before when new items have come
 * meanwhile.
 */
export function joined<T extends { id: string }>(first: readonly T[], second: readonly T[]): T[] {
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !ids.has(id))];
}
