/** Posts, newest first, a page at a time: everybody's or one author's. It never jumps, and keeps its place for the way back. */
import type { AuthorsPosts } from '../../shared/posts/authors-posts.ts';
import type { List, PostResponse } from '../../shared/responses.ts';
import { hiddenNow } from '../hides/hidden-now.ts';
import { call } from '../lib/api.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { paged } from '../lib/paged.ts';
import { deletions } from './deletions.ts';
import { goBackInTimeline, keepTimeline, keptTimeline } from './kept-timeline.ts';
import { newerPosts } from './newer-posts.ts';
import { postList } from './post-list.ts';
import { onPosted } from './posted.ts';

/** Which posts of a timeline: the page at a cursor, what is newer than a post, at most so many. */
export type From = { cursor?: string | undefined; after?: string | undefined; limit?: string };

/** So many pages in which all is left out are gone over at once. */
const MOST_GAPS = 5;

type Options = {
  /** Only this author's posts, and which of them. */
  author?: string;
  kind?: AuthorsPosts | undefined;
  /** Whether nothing comes to it by itself: a list of what its reader has marked. */
  isStill?: boolean;
  /** Asks for posts where they are not everybody's or one author's. */
  ask?(from: From): Promise<List<PostResponse>>;
  /** Whether that goes on by itself where nothing is found, as far as it should. */
  goesOn?: boolean;
  /** The sentence that is shown if they do not come. */
  failed?: string;
  /** What is said while there are none. */
  empty(): View;
  /** What is said below those that are there. */
  below?(): View;
  /** Whose posts may be deleted here. */
  ownUsername(): string | undefined;
  /** The first page, where the document has brought it. */
  given?: List<PostResponse> | undefined;
  /** Which post stands elsewhere on the page. */
  elsewhere?(): PostResponse['id'] | undefined;
};

export type Timeline = {
  /** Whether it is as it was when one left it: then nothing has to be loaded. */
  readonly isBack: boolean;
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
    kind,
    isStill,
    ask,
    goesOn = false,
    failed = messages.posts.notLoaded,
    empty,
    below = () => nothing,
    ownUsername,
    given,
    elsewhere = () => undefined,
  }: Options,
): Timeline {
  // A server draws its first page, and that is all.
  const isLive = 'document' in globalThis;
  const kept = isLive ? keptTimeline() : undefined;
  let isPlaced = kept === undefined;
  const first = kept ?? (given === undefined || isGap(given) ? undefined : given);
  const posts = paged<PostResponse>(layout, {
    ask: (cursor) => askOn({ cursor }),
    failed,
    came: (count) => messages.common.morePosts(count),
    given: first,
    isEndless: true,
  });
  const deleted = deletions(layout, ({ id }) => {
    const there = posts.items.filter(isThere);
    const at = there.findIndex((post) => post.id === id);
    return (there[at + 1] ?? there[at - 1])?.id ?? 'main';
  });
  const isThere = ({ id }: PostResponse): boolean => !deleted.isGone(id);
  const newer = newerPosts(layout, {
    // Of any kind: of one, all would be looked at each time that is newer and not of it.
    ask: (after, limit) => askFor({ after, limit: String(limit) }),
    isWanted: isOfKind,
    items: () => posts.items,
    show: posts.prepend,
  });
  if (isLive) {
    keepTimeline(() => ({ items: posts.items.filter(isThere), next: posts.next() }));
    onPosted((post) => {
      if (!isStill && isOfKind(post) && (author ?? post.author.username) === post.author.username)
        posts.prepend([post]);
    });
    if (first !== undefined) follow();
    // Once its page has it.
    else if (given !== undefined) queueMicrotask(() => void load());
  }

  function askFor(from: From & { kind?: AuthorsPosts | undefined }): Promise<List<PostResponse>> {
    return ask === undefined ? call('posts', { query: { author, ...from } }) : ask(from);
  }

  function isOfKind({ by, replyTo }: PostResponse): boolean {
    return kind === undefined || (kind === 'replies') === (by === undefined && replyTo !== undefined);
  }

  /** A page in which there is something, or the last; or none, after so many that a button goes on. */
  async function askOn(from: From): Promise<List<PostResponse>> {
    let page = await askFor({ ...from, kind });
    for (let gaps = 1; !goesOn && isGap(page) && gaps < MOST_GAPS; gaps++)
      page = await askFor({ ...from, kind, cursor: page.next ?? undefined });
    return page;
  }

  async function load(): Promise<void> {
    await (kept === undefined ? posts.load() : posts.renew());
    follow();
  }

  function follow(): void {
    if (!isStill) newer.follow();
  }

  const isHidden = hiddenNow(layout.update);

  function listView(items: PostResponse[]): View {
    const own = ownUsername();
    if (!isPlaced && kept !== undefined) {
      isPlaced = true;
      // Once it is drawn.
      queueMicrotask(() => goBackInTimeline(kept));
    }
    const there = items.filter(isThere);
    if (there.length === 0 && !posts.hasMore()) return empty();
    const here = there.filter(({ id }) => id !== elsewhere());
    const seen = author === undefined ? here.filter((post) => !isHidden(post)) : here;
    const list = postList(seen, (post) => (post.author.username === own ? deleted.of(post) : undefined));
    return html`${list}${below()}`;
  }

  return {
    isBack: kept !== undefined,
    load,
    renew: posts.renew,
    prepend: (post) => posts.prepend([post]),
    view: () =>
      html`${newer.view()}${posts.view(listView, () => (posts.hasMore() && !goesOn ? posts.moreView() : empty()))}`,
  };
}

/** What is left out of a list may be a page and more: then that is not its end. */
const isGap = ({ items, next }: List<PostResponse>): boolean => items.length === 0 && next !== null;
