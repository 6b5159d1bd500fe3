/** What the page of one post shows, drawn by its script and in its document alike. */
import type { PostResponse } from '../../shared/responses.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { language, messages } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { bodyText } from './body-text.ts';
import { type Deletion, wholePost } from './post-card.ts';

const MOST_GRAPHEMES = 60;

/** The author's name and first words. */
export const postTitle = ({ author, body }: PostResponse): string =>
  messages.posts.postTitle(author.displayName, firstWords(bodyText(body)));

/** What a person sees as one character is never cut in two (Unicode UAX #29). */
function firstWords(body: string): string {
  const [line = ''] = body.split('\n');
  const graphemes = [...new Intl.Segmenter(language).segment(line)];
  if (graphemes.length <= MOST_GRAPHEMES) return line;
  const first = graphemes.slice(0, MOST_GRAPHEMES - 1).map(({ segment }) => segment);
  return `${first.join('').trimEnd()}…`;
}

/** @param pin what its author can do with its place on their page */
export function postView(post: PostResponse, deletion?: Deletion, pin: View = nothing): View {
  const { username, displayName } = post.author;
  return html`<h1 class="visually-hidden">${messages.posts.postBy(html`<bdi translate="no">${displayName}</bdi>`)}</h1>
    ${wholePost(post, deletion)}
    <div class="actions after-post">
      <a class="button quiet" href="/@${username}"><span>${messages.posts.moreBy(html`<span translate="no">@${username}</span>`)}</span></a>
      <a class="button quiet" href="/">${messages.posts.toEverybodys}</a>
      ${pin}
    </div>`;
}

export const postNotFoundView = (): View => nothingHere(messages.missing.post, messages.missing.postMore);
