/** One post, in a list or by itself. */
import type { PostResponse } from '../../shared/responses.ts';
import { avatar } from '../lib/avatar.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { timeView } from '../lib/time.ts';

export type Deletion = {
  /** Whether the post asks if it is to be deleted. */
  isAsking: boolean;
  isDeleting: boolean;
  error: string | undefined;
  ask(): void;
  keep(): void;
  delete(): void;
};

/** A post; its author may delete it. */
export function postCard(post: PostResponse, deletion?: Deletion): View {
  const { id, author, body, createdAt } = post;
  const profile = `/@${author.username}`;
  return html`<article class="post" id=${id} tabindex="-1" aria-labelledby="${id}-author">
    ${avatar(author)}
    <div class="post-content">
      <header class="post-head">
 <div class="post-by">
        <a class="post-author" id="${id}-author" href=${profile}>
          <bdi translate="no" class="post-name">${author.displayName}</bdi> <span class="muted" translate="no">@${author.username}</span>
        </a>
        <span class="muted" aria-hidden="true">·</span>
        <a class="post-time muted" href="${profile}/${id}">${timeView(createdAt)}</a>
        </div>
        ${
          deletion === undefined || deletion.isAsking
            ? nothing
            : html`<button class="link post-delete" id="${id}-delete" type="button" @click=${deletion.ask}>
                Delete<span class="visually-hidden"> this post</span>
              </button>`
        }
      </header>
      <p class="post-body" dir="auto">${body}</p>
      ${deletion?.isAsking ? askingView(id, deletion) : nothing}
    </div>
  </article>`;
}

function askingView(id: string, deletion: Deletion): View {
  return html`<div class="post-confirm" role="group" aria-labelledby="${id}-ask">
    <p id="${id}-ask">${deletion.error ?? 'Delete this post for good?'}</p>
    <button class="button small danger" type="button" aria-disabled=${deletion.isDeleting} @click=${deletion.delete}>
      Delete
    </button>
    <button class="button small quiet" id="${id}-keep" type="button" @click=${deletion.keep}>Keep it</button>
  </div>`;
}
