/** What answers a post, as its page lists it: each with what answers that behind it, and further in. */
import { repeat } from 'lit-html/directives/repeat.js';
import type { PlaceResponse, PostResponse } from '../../shared/responses.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import type { Deletion } from './deletions.ts';
import { postCard } from './post-card.ts';
import { replyingTo, replyingToAbove } from './reply-facts.ts';

export type Entry = PostResponse | PlaceResponse;

/** So far in at most; a phone has no room for more. */
const MOST_DEPTH = 3;

type Shown = {
  /** The post whose replies they are. */
  post: { id: string };
  items: readonly Entry[];
  deletionOf?(post: PostResponse): Deletion | undefined;
  /** Of a thread of one's own: takes a reply out of it. */
  remove?: ((reply: PostResponse) => void) | undefined;
  /** What follows the list, such as a button for more of it. */
  after?: View;
};

export function repliesView({ post, items, deletionOf, remove, after = nothing }: Shown): View {
  const depths = depthsOf(items);
  return html`<section class="replies" aria-labelledby="replies-title">
    <h2 class="replies-title" id="replies-title" tabindex="-1">${messages.threads.replies}</h2>
    ${items.length === 0 ? html`<p class="muted no-replies">${messages.threads.noReplies}</p>` : nothing}
    <div class="posts h-feed">
      ${repeat(
        items,
        ({ id }) => id,
        (entry) => {
          const depth = depths.get(entry.id) ?? 0;
          const isClear = depth > 0 ? depth <= MOST_DEPTH : entry.replyTo?.id === post.id;
          return html`<div class="reply" data-depth=${Math.min(depth, MOST_DEPTH)}>
            ${'gone' in entry ? placeView(entry) : replyView(entry, isClear)}
          </div>`;
        },
      )}
    </div>
    ${after}
  </section>`;

  function replyView(reply: PostResponse, isClear: boolean): View {
    return html`${postCard(reply, deletionOf?.(reply), (isClear ? replyingToAbove : replyingTo)(reply))}
    ${remove === undefined || deletionOf?.(reply) !== undefined ? nothing : removalView(reply, remove)}`;
  }
}

function removalView(reply: PostResponse, remove: (reply: PostResponse) => void): View {
  const name = html`<span translate="no">@${reply.author.username}</span>`;
  return html`<p class="reply-removal">
    <button class="link small" id="${reply.id}-remove" type="button" @click=${() => remove(reply)}>${messages.threads.removeReply(name)}</button>
  </p>`;
}

/** What stands where a post was. */
export const placeView = ({ id, gone }: PlaceResponse): View =>
  html`<p class="post-place muted" id=${id}>${messages.threads.gone[gone]}</p>`;

/** How far in each stands: below what it answers, where that is among them. */
function depthsOf(items: readonly Entry[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, replyTo } of items) {
    const above = replyTo && depths.get(replyTo.id);
    depths.set(id, above === undefined ? 0 : above + 1);
  }
  return depths;
}
