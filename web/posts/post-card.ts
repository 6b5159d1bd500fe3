/** One post, in a list or by itself. */
import type { PostResponse } from '../../shared/responses.ts';
import { avatar } from '../lib/avatar.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { exactTime, timeView } from '../lib/time.ts';
import { rememberedPerson } from '../lib/viewer.ts';
import { mediaGrid } from '../media/grid.ts';
import type { Deletion } from './deletions.ts';
import { fold, toggleFold } from './fold.ts';
import { postActions } from './post-actions.ts';
import { repostIcon } from './post-icons.ts';
import { editedMark, replyingTo } from './reply-facts.ts';
import { textView } from './text-view.ts';

/** A post in a list; its author may delete it. @param replying what it says of the post that it answers */
export function postCard(post: PostResponse, deletion?: Deletion, replying: View = replyingTo(post)): View {
  const { id, author, body, entities, createdAt, media } = post;
  const profile = `/@${author.username}`;
  return html`<article class="post h-entry" id=${id} tabindex="-1" aria-labelledby="${id}-author">
    ${repostedView(post.by)}
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
      </header>
      ${replying}
      <div class="post-frame">
        <div class="post-room" id="${id}-body">
          <p class="post-body e-content" dir="auto" lang=${post.language ?? nothing} ${fold()}>${textView(body, entities)}</p>
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
      ${postActions(post, deletion)}
    </div>
  </article>`;
}

/** What a post by itself has of its author's page of it: something in the place of its text, and how it is deleted. */
export type OfItsPage = { text?: View | undefined; deletion?: Deletion };

/** A post by itself, however long it is. */
export function wholePost(post: PostResponse, { text, deletion }: OfItsPage = {}): View {
  const { id, author, body, entities, createdAt, media } = post;
  return html`<article class="card whole-post h-entry" id=${id} tabindex="-1" aria-labelledby="${id}-author">
    <header class="whole-post-head">
      ${avatar(author)}
      <a class="whole-post-author p-author h-card" id="${id}-author" href="/@${author.username}">
        <bdi translate="no" class="post-name p-name">${author.displayName}</bdi> <span class="muted" translate="no">@${author.username}</span>
      </a>
    </header>
    ${replyingTo(post)}
    ${text ?? html`<p class="post-body e-content" dir="auto" lang=${post.language ?? nothing}>${textView(body, entities)}</p>`}
    ${mediaGrid(media)}
    <footer class="whole-post-foot">
      <a class="post-time muted small u-url" href="/@${author.username}/${id}"
        ><time class="dt-published" datetime=${createdAt}>${exactTime(new Date(createdAt))}</time></a
      >
      ${editedMark(post)}
    </footer>
    ${postActions(post, deletion)}
  </article>`;
}

/** Whose repost has put a post into a list. */
function repostedView(by: PostResponse['by']): View {
  if (by === undefined) return nothing;
  const name = html`<a href="/@${by.username}"><bdi translate="no">${by.displayName}</bdi></a>`;
  const isOwn = by.username === rememberedPerson()?.username;
  return html`<p class="post-reposted muted small">
    ${repostIcon()}<span>${isOwn ? messages.marks.repostedByYou : messages.marks.repostedBy(name)}</span>
  </p>`;
}
