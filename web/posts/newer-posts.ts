/** "3 new posts": looks for what is newer than a timeline, and shows it when somebody wants it, so that nothing jumps. */
import type { List, PostResponse } from '../../shared/responses.ts';
import { ApiError, Unreachable } from '../lib/api.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { joined } from '../lib/paged.ts';
import { readingPlace } from '../lib/reading-place.ts';
import { onRing } from '../lib/watch.ts';
import { whileVisible } from '../lib/while-visible.ts';

const EVERY_MS = 60_000;
/** As many as the API answers at once. Where more wait, nobody looks further until they are shown. */
const MOST = 100;

type Options = {
  /** Asks for posts that are newer than one; for the newest of all where there is none. */
  ask(after: string | undefined, limit: number): Promise<List<PostResponse>>;
  /** Whether one that is newer belongs into the timeline. */
  isWanted(post: PostResponse): boolean;
  /** The timeline's own, newest first. */
  items(): readonly PostResponse[];
  /** Puts posts on top, and leaves what is read where it is. */
  show(posts: readonly PostResponse[]): void;
};

export type NewerPosts = {
  /** Looks from now on, while somebody looks: each minute, and when the bell rings. */
  follow(): void;
  view(): View;
};

export function newerPosts(
  layout: Pick<Layout, 'update' | 'announce'>,
  { ask, isWanted, items, show }: Options,
): NewerPosts {
  let waiting: PostResponse[] = [];
  /** The newest that an answer has had: one's own, which is on top at once, may be newer than what others wrote. */
  let seen: string | undefined;
  /** Whether they were shown above what is read. */
  let isAbove = false;
  let isFollowing = false;

  function follow(): void {
    if (isFollowing) return;
    isFollowing = true;
    seen = items()[0]?.id;
    let isFirst = true;
    whileVisible(
      EVERY_MS,
      async () => {
        if (!isFirst) await look();
        isFirst = false;
        return undefined;
      },
      { hears: false, listen: onRing },
    );
  }

  async function look(): Promise<void> {
    if (waiting.length >= MOST) return;
    const page = await ask(seen, MOST).catch(ignoreForNow);
    const [newest] = page?.items ?? [];
    if (page === undefined || newest === undefined) return;
    seen = newest.id;
    const before = waiting.length;
    const shown = new Set(items().map(({ id }) => id));
    waiting = joined(page.items.filter(isWanted), waiting).filter(({ id }) => !shown.has(id));
    if (waiting.length === before) return;
    isAbove = false;
    if (before === 0) layout.announce(sentence());
    layout.update();
  }

  function showThem(): void {
    const [newest] = waiting;
    isAbove = readingPlace() !== undefined;
    const count = waiting.length;
    const posts = waiting;
    waiting = [];
    show(posts);
    layout.announce(messages.navigation.newPostsAbove(count));
    // The button has gone, unless it now leads up.
    if (!isAbove && newest !== undefined) focusOn(newest.id);
  }

  function goUp(): void {
    isAbove = false;
    layout.update();
    focusOn(items()[0]?.id ?? 'main');
    scrollTo({ top: 0 });
  }

  const sentence = (): string =>
    waiting.length >= MOST
      ? messages.navigation.manyNewPosts(MOST - 1)
      : messages.navigation.newPosts(waiting.length);

  return {
    follow,
    view() {
      if (waiting.length > 0) return barView(sentence(), showThem);
      return isAbove ? barView(messages.navigation.toNewest, goUp) : nothing;
    },
  };
}

const barView = (words: string, act: () => void): View => html`<div class="newer-posts">
  <button class="button small" type="button" @click=${act}>${words}</button>
</div>`;

/** It is tried again in a minute, and what else fails on the page says so. */
function ignoreForNow(error: unknown): undefined {
  if (!(error instanceof ApiError || error instanceof Unreachable)) throw error;
}
