/** One post, in a list or by itself. */
import type { PostResponse } from '../../shared/responses.ts';
import { avatar } from '../lib/avatar.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { exactTime, timeView } from '../lib/time.ts';
import { mediaGrid } from '../media/grid.ts';
import { bodyText } from './body-text.ts';
import { fold, toggleFold } from './fold.ts';

export type Deletion = {
  /** Whether the post asks if it is to be deleted. */
  isAsking: boolean;
  isDeleting: boolean;
  error: string | undefined;
  ask(): void;
  keep(): void;
  delete(): void;
};

/** A post in a list; its author may delete it. */
export function postCard(post: PostResponse, deletion?: Deletion): View {
  const { id, author, body, createdAt, media } = post;
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
        </div>
        ${deleteView(id, deletion)}
      </header>
      <div class="post-frame">
        <div class="post-room" id="${id}-body">
          <p class="post-body e-content" dir="auto" ${fold()}>${bodyText(body)}</p>
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
      ${mediaGrid(media)}
      ${askingView(id, deletion)}
    </div>
  </article>`;
}

/** A post by itself, however long it is. */
export function wholePost(post: PostResponse, deletion?: Deletion): View {
  const { id, author, body, createdAt, media } = post;
  return html`<article class="card whole-post h-entry" id=${id} tabindex="-1" aria-labelledby="${id}-author">
    <header class="whole-post-head">
      ${avatar(author)}
      <a class="whole-post-author p-author h-card" id="${id}-author" href="/@${author.username}">
        <bdi translate="no" class="post-name p-name">${author.displayName}</bdi> <span class="muted" translate="no">@${author.username}</span>
      </a>
    </header>
    <p class="post-body e-content" dir="auto">${bodyText(body)}</p>
    ${mediaGrid(media)}
    <footer class="whole-post-foot">
      <a class="post-time muted small u-url" href="/@${author.username}/${id}"
        ><time class="dt-published" datetime=${createdAt}>${exactTime(new Date(createdAt))}</time></a
      >
      ${deleteView(id, deletion)}
    </footer>
    ${askingView(id, deletion)}
  </article>`;
}

function deleteView(id: string, deletion: Deletion | undefined): View {
  if (deletion === undefined || deletion.isAsking) return nothing;
  return html`<button class="link post-delete" id="${id}-delete" type="button" @click=${deletion.ask}>
    ${messages.posts.deleteThis()}
  </button>`;
}

function askingView(id: string, deletion: Deletion | undefined): View {
  if (!deletion?.isAsking) return nothing;
  return html`<div class="post-confirm" role="group" aria-labelledby="${id}-ask">
    <p id="${id}-ask">${deletion.error ?? messages.posts.deleteAsk}</p>
    <button class="button small danger" type="button" aria-disabled=${deletion.isDeleting} @click=${deletion.delete}>
      ${messages.posts.deleteYes}
    </button>
    <button class="button small quiet" id="${id}-keep" type="button" @click=${deletion.keep}>${messages.posts.deleteNo}</button>
  </div>`;
}
