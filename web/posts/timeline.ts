/** Posts, newest first, a page at a time: everybody's or one author's. */
import { repeat } from 'lit-html/directives/repeat.js';
import type { PostShape } from '../../shared/shapes.ts';
import { call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { failedView, skeletonList } from '../lib/skeleton.ts';
import { deletions } from './deletions.ts';
import { postCard } from './post-card.ts';

type Options = {
  /** Only this author's posts. */
  author?: string;
  /** What is said while there are none. */
  empty(): View;
  /** Whose posts may be deleted here. */
  ownUsername(): string | undefined;
};

export type Timeline = {
  load(): Promise<void>;
  /** Puts a post that was just written on top. */
  prepend(post: PostShape): void;
  view(): View;
};

/** A timeline; nothing is asked for until `load`. */
export function timeline(layout: Layout, { author, empty, ownUsername }: Options): Timeline {
  let posts: PostShape[] = [];
  let next: string | null = null;
  let isLoaded = false;
  let isLoadingMore = false;
  let error: string | undefined;
  const deletionOf = deletions(layout, remove);

  async function load(): Promise<void> {
    error = undefined;
    layout.update();
    try {
      const page = await call('posts', { query: { author } });
      posts = joined(posts, page.items);
      next = page.next;
      isLoaded = true;
    } catch (thrown) {
      error = errorSentence(thrown);
    }
    layout.update();
  }

  async function loadMore(): Promise<void> {
    if (isLoadingMore || next === null) return;
    isLoadingMore = true;
    error = undefined;
    layout.update();
    try {
      const page = await call('posts', { query: { author, cursor: next } });
      posts = joined(posts, page.items);
      next = page.next;
      const count = page.items.length;
      layout.announce(`${count} more ${count === 1 ? 'post' : 'posts'}.`);
      isLoadingMore = false;
      layout.update();
      // The button is gone after the last page; reading goes on at the first of the new posts.
      if (next === null) focusOn(page.items[0]?.id ?? 'main');
    } catch (thrown) {
      isLoadingMore = false;
      error = errorSentence(thrown);
      layout.update();
    }
  }

  function remove(post: PostShape): void {
    const at = posts.findIndex(({ id }) => id === post.id);
    posts = posts.filter(({ id }) => id !== post.id);
    layout.update();
    focusOn((posts[at] ?? posts[at - 1])?.id ?? 'main');
  }

  function view(): View {
    if (!isLoaded && posts.length === 0) {
      return error === undefined
        ? skeletonList()
        : failedView('The posts did not come.', error, () => void load());
    }
    if (posts.length === 0) return empty();
    const own = ownUsername();
    return html`<div class="posts">
        ${repeat(
          posts,
          ({ id }) => id,
          (post) => postCard(post, post.author.username === own ? deletionOf(post) : undefined),
        )}
      </div>
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

  return {
    load,
    prepend(post) {
      posts = joined([post], posts);
      layout.update();
    },
    view,
  };
}

/** One list after the other, without what is there already: pages may overlap what was posted meanwhile. */
function joined(first: readonly PostShape[], second: readonly PostShape[]): PostShape[] {
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !ids.has(id))];
}
