/** The replies on a post's page: a page of them at a time, and what is done with them there. */
import type { PostResponse, ThreadResponse } from '../../shared/responses.ts';
import { hiddenNow } from '../hides/hidden-now.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { joined } from '../lib/paged.ts';
import { doLater } from '../lib/undo-bar.ts';
import { type Deletions, ignoreWhatIsGone } from './deletions.ts';
import { type Entry, repliesView } from './replies-view.ts';

export type ThreadReplies = {
  /** What the first page has brought; what came after it stays. */
  take(thread: ThreadResponse): void;
  /** Puts a reply that was just written on top, where it is seen; the next visit finds it where its age puts it. */
  add(reply: PostResponse): void;
  view(username: string | undefined): View;
};

/** A page may be empty and still have a next one, where others of a long thread answer something else. */
const MOST_EMPTY_PAGES = 5;

export function threadReplies(layout: Layout, deleted: Deletions): ThreadReplies {
  let thread: ThreadResponse | undefined;
  let items: Entry[] = [];
  let next: string | null = null;
  /** Whether there is more than the first page has brought. */
  let isExtended = false;
  const removed = new Set<string>();
  const loading = action(layout.update);
  const isHidden = hiddenNow(layout.update);
  const isShown = (entry: Entry): boolean =>
    !deleted.isGone(entry.id) && !removed.has(entry.id) && ('gone' in entry || !isHidden(entry));

  async function more(postId: string): Promise<void> {
    await loading.run(async () => {
      for (let page = 0; next !== null && page < MOST_EMPTY_PAGES; page++) {
        const came = await call('thread', { params: { postId }, query: { cursor: next } });
        const before = items.length;
        items = joined(items, came.items);
        isExtended = true;
        next = came.next;
        if (items.length === before) continue;
        layout.announce(messages.threads.moreCame(items.length - before));
        layout.update();
        // The button is gone after the last page; reading goes on at the first of the new ones.
        if (next === null) focusOn(items[before]?.id ?? 'main');
        return;
      }
    });
  }

  function remove(reply: PostResponse): void {
    removed.add(reply.id);
    layout.update();
    doLater(layout, {
      title: messages.threads.removed,
      said: messages.threads.removed,
      backAgain: messages.threads.undone,
      failed: (why) => why,
      act: () =>
        call('reply-remove', {
          params: { postId: reply.root ?? '', replyId: reply.id },
          keepalive: true,
        }).catch(ignoreWhatIsGone),
      undone() {
        removed.delete(reply.id);
        layout.update();
      },
      focusAfter: () => (removed.has(reply.id) ? 'replies-title' : `${reply.id}-remove`),
    });
  }

  return {
    take(found) {
      thread = found;
      items = isExtended ? joined(found.items, items) : found.items;
      if (!isExtended) next = found.next;
    },
    add(reply) {
      items = [reply, ...items];
      isExtended = true;
      layout.update();
    },
    view(username) {
      if (thread === undefined) return nothing;
      const { post, above } = thread;
      const [first = post] = above;
      const isOwn = !('gone' in first) && first.replyTo === undefined && first.author.username === username;
      const { isBusy, error } = loading;
      return repliesView({
        post,
        items: items.filter(isShown),
        deletionOf: (reply) => (reply.author.username === username ? deleted.of(reply) : undefined),
        remove: isOwn ? remove : undefined,
        after: html`${error === undefined ? nothing : html`<p class="error under-list" role="alert">${error}</p>`}
        ${
          next === null
            ? nothing
            : html`<p class="under-list">
                <button class="button quiet" type="button" aria-disabled=${isBusy} @click=${() => void more(post.id)}>
                  ${messages.threads.moreReplies}
                </button>
              </p>`
        }`,
      });
    },
  };
}
