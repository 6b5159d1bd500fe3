/** What the page of one post shows, drawn by its script and in its document alike. */
import type { PostResponse } from '../../shared/responses.ts';
import { html, type View } from '../lib/html.ts';
import { language } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { bodyText } from './body-text.ts';
import { type Deletion, wholePost } from './post-card.ts';

const MOST_GRAPHEMES = 60;

/** The author's name and first words. */
export const postTitle = ({ author, body }: PostResponse): string =>
  `${author.displayName}: ${firstWords(bodyText(body))} · Nod`;

/** What a person sees as one character is never cut in two (Unicode UAX #29). */
function firstWords(body: string): string {
  const [line = ''] = body.split('\n');
  const graphemes = [...new Intl.Segmenter(language).segment(line)];
  if (graphemes.length <= MOST_GRAPHEMES) return line;
  const first = graphemes.slice(0, MOST_GRAPHEMES - 1).map(({ segment }) => segment);
  return `${first.join('').trimEnd()}…`;
}

export function postView(post: PostResponse, deletion?: Deletion): View {
  const { username, displayName } = post.author;
  return html`<h1 class="visually-hidden">Post by ${displayName}</h1>
    ${wholePost(post, deletion)}
    <div class="actions after-post">
      <a class="button quiet" href="/@${username}">More by @${username}</a>
      <a class="button quiet" href="/">What everybody says</a>
    </div>`;
}

export const postNotFoundView = (): View =>
  nothingHere('There is no such post', 'It may have been deleted by its author.');
