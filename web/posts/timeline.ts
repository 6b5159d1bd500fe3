/** Posts, newest first, a page at a time: everybody's or one author's. */
import { repeat } from 'lit-html/directives/repeat.js';
import type { PostResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { joined, paged } from '../lib/paged.ts';
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
  prepend(post: PostResponse): void;
  view(): View;
};

/** A timeline; nothing is asked for until `load`. */
export function timeline(layout: Layout, { author, empty, ownUsername }: Options): Timeline {
  const posts = paged<PostResponse>(layout, {
    ask: (cursor) => call('posts', { query: { author, cursor } }),
    failed: 'The posts did not come.',
    noun: { one: 'post', many: 'posts' },
  });
  const deletionOf = deletions(layout, remove);

  function remove(post: PostResponse): void {
    const at = posts.items.findIndex(({ id }) => id === post.id);
    posts.items = posts.items.filter(({ id }) => id !== post.id);
    layout.update();
    focusOn((posts.items[at] ?? posts.items[at - 1])?.id ?? 'main');
  }

  function listView(items: PostResponse[]): View {
    const own = ownUsername();
    return html`<div class="posts">
      ${repeat(
        items,
        ({ id }) => id,
        (post) => postCard(post, post.author.username === own ? deletionOf(post) : undefined),
      )}
    </div>`;
  }

  return {
    load: posts.load,
    prepend(post) {
      posts.items = joined([post], posts.items);
      layout.update();
    },
    view: () => posts.view(listView, empty),
  };
}
