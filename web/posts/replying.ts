/** In which place one replies to a post, or why not. */
import type { PlaceResponse, PostResponse } from '../../shared/responses.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { signinAddress } from '../lib/signin-address.ts';

/** For whoever is not signed in: the way to that, and back here. */
export const signInToReply = ({ id, author }: PostResponse): View =>
  html`<p class="sign-in-to-reply">
    <a class="button quiet" href=${signinAddress(undefined, `/@${author.username}/${id}`)}
      >${messages.threads.signInToReply()}</a
    >
  </p>`;

/** What holds the place of the composer, which comes when it is known who writes: of its height, and for nobody to use. */
export const stillReply = ({ author: { username } }: PostResponse): View =>
  html`<div class="card composer" aria-hidden="true">
    <textarea rows="2" tabindex="-1" placeholder=${messages.threads.replyPlaceholder(username)}></textarea>
    <div class="composer-foot still"><span class="button">${messages.threads.reply}</span></div>
  </div>`;

/** For whoever may not. */
export function notAllowed({ whoMayReply }: PostResponse): View {
  if (whoMayReply === undefined || whoMayReply === 'everybody') return nothing;
  return html`<p class="muted who-may">${messages.threads.whoSaid[whoMayReply]}</p>`;
}

/** In a document that is the same for everybody: both, of which the stylesheet shows one. */
export function replyingForAll(post: PostResponse | PlaceResponse): View {
  if ('gone' in post) return nothing;
  if (post.whoMayReply === 'nobody') return notAllowed(post);
  return html`<div class="for-strangers">${signInToReply(post)}</div>
    <div class="for-the-known" inert>${stillReply(post)}</div>`;
}
