/** Posts, newest first, a page at a time: everybody's or one author's. */
import type { List, PostResponse } from '../../shared/responses.ts';
import { hiddenNow } from '../hides/hidden-now.ts';
import { call } from '../lib/api.ts';
import { focusOn } from '../lib/field.ts';
import type { View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { joined, paged } from '../lib/paged.ts';
import { deletions } from './deletions.ts';
import { postList } from './post-list.ts';

type Options = {
  /** Only this author's posts. */
  author?: string;
  /** Asks for a page, where it is not of everybody's posts or an author's. */
  ask?(cursor: string | undefined): Promise<List<PostResponse>>;
  /** The sentence that is shown if they do not come. */
  failed?: string;
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
  {
    author,
    ask = (cursor) => call('posts', { query: { author, cursor } }),
    failed = messages.posts.notLoaded,
    empty,
    ownUsername,
    given,
  }: Options,
): Timeline {
  const posts = paged<PostResponse>(layout, {
    ask,
    failed,
    came: (count) => messages.common.morePosts(count),
    given,
  });
  const deletionOf = deletions(layout, remove);
  const isHidden = hiddenNow(layout.update);

  function remove(post: PostResponse): void {
    const at = posts.items.findIndex(({ id }) => id === post.id);
    posts.items = posts.items.filter(({ id }) => id !== post.id);
    layout.update();
    focusOn((posts.items[at] ?? posts.items[at - 1])?.id ?? 'main');
  }

  function listView(items: PostResponse[]): View {
    const own = ownUsername();
    return postList(author === undefined ? items.filter((post) => !isHidden(post)) : items, (post) =>
      post.author.username === own ? deletionOf(post) : undefined,
    );
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
