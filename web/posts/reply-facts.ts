/** What a post says of itself besides its text: what it answers, and that it was edited. */
import type { PostResponse } from '../../shared/responses.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';

/** Behind a post's address: opens what it said before, the form to edit it, and the place to reply. */
export const [HISTORY, EDIT, REPLY] = ['#history', '#edit', '#reply'];

const addressOf = (username: string, id: string): string => `/@${username}/${id}`;

/** Above a reply. */
export function replyingTo({ replyTo }: PostResponse): View {
  if (replyTo === undefined) return nothing;
  const { username, id } = replyTo;
  return html`<p class="post-replying muted small">${messages.threads.replyingTo(
    html`<a class="u-in-reply-to" translate="no" href=${addressOf(username, id)}>@${username}</a>`,
  )}</p>`;
}

/** The same for programs alone, where one sees it by the place at which the reply stands. */
export const replyingToAbove = ({ replyTo }: PostResponse): View =>
  replyTo === undefined
    ? nothing
    : html`<a class="u-in-reply-to" href=${addressOf(replyTo.username, replyTo.id)} hidden></a>`;

/** Beside the time of a post that was edited. */
export function editedMark({ editedAt, author, id }: PostResponse): View {
  if (editedAt === undefined) return nothing;
  return html`<a class="post-edited muted small" href="${addressOf(author.username, id)}${HISTORY}"
    ><time class="dt-updated" datetime=${editedAt}>${messages.threads.edited}</time></a
  >`;
}
