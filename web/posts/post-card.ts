/** One post, in a list or by itself. */
import type { PostResponse } from '../../shared/responses.ts';
import { avatar } from '../lib/avatar.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { exactTime, timeView } from '../lib/time.ts';
import type { Deletion } from './deletions.ts';
import { fold, toggleFold } from './fold.ts';
import { editedMark, replyingTo } from './reply-facts.ts';
import { textView } from './text-view.ts';

/** A post in a list; its author may delete it. @param replying what it says of the post that it answers */
export function postCard(post: PostResponse, deletion?: Deletion, replying: View = replyingTo(post)): View {
  const { id, author, body, createdAt } = post;
  const profile = `/@${author.username}`;
  return html`<article class="post h-entry" id=${id} tabindex="-1" aria-labelledby="${id}-author">
    ${avatar(author)}
    <div class="post-content">
      <header class="post-head">
        <div class="post-by">
          <a class="post-author p-author h-card" id="${id}-author" href=${profile}>
            <bdi translate="no" class="post-name p-name">${author.displayName}</bdi> <span class="muted" translate="no">@${author.username}</span>
          </a>
          <span class="muted" aria-hidden="true">·</span>
          <a class="post-time muted u-url" href="${profile}/${id}">${timeView(createdAt, 'dt-published')}</a>
          ${editedMark(post)}
        </div>
        ${deleteView(id, deletion)}
      </header>
      ${replying}
      <div class="post-frame">
        <div class="post-room" id="${id}-body">
          <p class="post-body e-content" dir="auto" lang=${post.language ?? nothing} ${fold()}>${textView(body)}</p>
        </div>
        <button
          class="link small post-more"
          type="button"
          aria-expanded="false"
          aria-controls="${id}-body"
          aria-describedby="${id}-author"
          hidden
          @click=${toggleFold}
        >${messages.posts.showMore}</button>
      </div>
    </div>
  </article>`;
}

/** What a post by itself has of its page: something in the place of its text, and what its author can do. */
export type OfItsPage = { text?: View | undefined; acts?: View; deletion?: Deletion | undefined };

/** A post by itself, however long it is. */
export function wholePost(post: PostResponse, { text, acts = nothing, deletion }: OfItsPage = {}): View {
  const { id, author, body, createdAt } = post;
  return html`<article class="card whole-post h-entry" id=${id} tabindex="-1" aria-labelledby="${id}-author">
    <header class="whole-post-head">
      ${avatar(author)}
      <a class="whole-post-author p-author h-card" id="${id}-author" href="/@${author.username}">
        <bdi translate="no" class="post-name p-name">${author.displayName}</bdi> <span class="muted" translate="no">@${author.username}</span>
      </a>
    </header>
    ${replyingTo(post)}
    ${text ?? html`<p class="post-body e-content" dir="auto" lang=${post.language ?? nothing}>${textView(body)}</p>`}
    <footer class="whole-post-foot">
      <a class="post-time muted small u-url" href="/@${author.username}/${id}"
        ><time class="dt-published" datetime=${createdAt}>${exactTime(new Date(createdAt))}</time></a
      >
      ${editedMark(post)}
      <span class="whole-post-acts">${acts}${deleteView(id, deletion)}</span>
    </footer>
  </article>`;
}

function deleteView(id: string, deletion: Deletion | undefined): View {
  if (deletion === undefined) return nothing;
  return html`<button class="link post-delete" id="${id}-delete" type="button" @click=${deletion.delete}>
    ${messages.posts.deleteThis()}
  </button>`;
}
