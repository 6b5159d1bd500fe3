/** What the page of one post shows, drawn by its script and in its document alike. */
import { firstWords } from '../../shared/posts/first-words.ts';
import type { PlaceResponse, PostResponse, ThreadResponse } from '../../shared/responses.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { language, messages } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { type OfItsPage, postCard, wholePost } from './post-card.ts';
import { placeView } from './replies-view.ts';
import { replyingToAbove } from './reply-facts.ts';

/** The author's name and first words. */
export const postTitle = ({ author, body }: PostResponse): string =>
  messages.posts.postTitle(author.displayName, firstWords(body, language));

type Shown = {
  thread: ThreadResponse;
  /** Where one replies, or how one comes to that. */
  replying: View;
  replies: View;
  own?: OfItsPage;
  /** What its author can do with its place on their page. */
  pin?: View;
};

export function postView({ thread: { above, post }, replying, replies, own, pin = nothing }: Shown): View {
  return html`${aboveView(above)} ${'gone' in post ? goneView(post) : postItself(post, own)}
    <div class="replying" id="reply">${replying}</div>
    ${replies} ${'gone' in post ? nothing : afterPost(post, pin)}`;
}

/** What it answers, the topmost first; further up is on the page of that. */
function aboveView(above: readonly (PostResponse | PlaceResponse)[]): View {
  const [first] = above;
  if (first === undefined) return nothing;
  const hasMore = !('gone' in first) && first.replyTo !== undefined;
  return html`<section class="thread-above" aria-label=${messages.threads.above}>
    ${
      hasMore
        ? html`<p class="more-above"><a href="/@${first.author.username}/${first.id}">${messages.threads.moreAbove}</a></p>`
        : nothing
    }
    ${above.map((entry) => ('gone' in entry ? placeView(entry) : postCard(entry, undefined, replyingToAbove(entry))))}
  </section>`;
}

function postItself(post: PostResponse, own: OfItsPage | undefined): View {
  const { displayName } = post.author;
  return html`<h1 class="visually-hidden">${messages.posts.postBy(html`<bdi translate="no">${displayName}</bdi>`)}</h1>
    ${wholePost(post, own)}`;
}

const goneView = ({ id, gone }: PlaceResponse): View =>
  html`<div class="card post-gone" id=${id}><h1 class="muted">${messages.threads.gone[gone]}</h1></div>`;

const afterPost = ({ author: { username } }: PostResponse, pin: View): View =>
  html`<div class="actions after-post">
    <a class="button quiet" href="/@${username}"><span>${messages.posts.moreBy(html`<span translate="no">@${username}</span>`)}</span></a>
    <a class="button quiet" href="/">${messages.posts.toEverybodys}</a>
    ${pin}
  </div>`;

export const postNotFoundView = (): View => nothingHere(messages.missing.post, messages.missing.postMore);
