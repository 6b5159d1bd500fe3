/** Posts, newest first, a page at a time: everybody's or one author's. */
import type { List, PostResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import type { View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { joined, paged } from '../lib/paged.ts';
import { deletions } from './deletions.ts';
import { postList } from './post-list.ts';

type Options = {
  /** Only this author's posts. */
  author?: string;
  /** What is said while there are none. */
  empty(): View;
  /** Whose posts may be deleted here. */
  ownUsername(): string | undefined;
  /** The first page, where the document has brought it. */
  given?: List<PostResponse> | undefined;
};

export type Timeline = {
  load(): Promise<void>;
  /** Asks once more, without a word. */
  renew(): Promise<void>;
  /** Puts a post that was just written on top. */
  prepend(post: PostResponse): void;
  view(): View;
};

/** A timeline; nothing is asked for until `load`. */
export function timeline(
  layout: Pick<Layout, 'update' | 'announce'>,
  { author, empty, ownUsername, given }: Options,
): Timeline {
  const posts = paged<PostResponse>(layout, {
    ask: (cursor) => call('posts', { query: { author, cursor } }),
    failed: messages.posts.notLoaded,
    came: (count) => messages.common.morePosts(count),
    given,
  });
  const deleted = deletions(layout, ({ id }) => {
    const at = posts.items.findIndex((post) => post.id === id);
    return (posts.items[at + 1] ?? posts.items[at - 1])?.id ?? 'main';
  });

  function listView(items: PostResponse[]): View {
    const own = ownUsername();
    const there = items.filter(({ id }) => !deleted.isGone(id));
    if (there.length === 0 && !posts.hasMore()) return empty();
    return postList(there, (post) => (post.author.username === own ? deleted.of(post) : undefined));
  }

  return {
    load: posts.load,
    renew: posts.renew,
    prepend(post) {
      posts.items = joined([post], posts.items);
      layout.update();
    },
    view: () => posts.view(listView, empty),
  };
}
