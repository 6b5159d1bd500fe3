/** One post by itself. */
import { pagePath } from '../../shared/page-path.ts';
import type { PostResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { fetched, noneIfNotFound } from '../lib/fetched.ts';
import { focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import { LANGUAGE } from '../lib/language.ts';
import { openLayout } from '../lib/layout.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { watchSession } from '../lib/session-watch.ts';
import { type Person, rememberedPerson } from '../lib/viewer.ts';
import { bodyText } from '../posts/body-text.ts';
import { deletions } from '../posts/deletions.ts';
import { wholePost } from '../posts/post-card.ts';

const [, author = '', postId = ''] = pagePath(location.pathname).split('/');

let person: Person | undefined = rememberedPerson();

const layout = openLayout(view);
const post = fetched<PostResponse | 'none' | 'deleted'>(layout, {
  failed: 'The post did not come.',
  rows: 1,
  ask: () => call('post', { params: { postId } }).then(introduce, noneIfNotFound),
});
const deletionOf = deletions(layout, () => {
  post.value = 'deleted';
  layout.update();
  focusOn('nothing-here');
});

void post.load();
watchSession(layout, {
  onPerson(next) {
    person = next;
    layout.update();
  },
});

/** Names the page after its post. */
function introduce(found: PostResponse): PostResponse {
  document.title = `${found.author.displayName}: ${firstWords(bodyText(found.body))} · Nod`;
  correctAddress(found);
  return found;
}

/** The API finds a post by its id alone, so the name in the address may be wrong; it is corrected. */
function correctAddress({ author: { username }, id }: PostResponse): void {
  if (author !== `@${username}`) history.replaceState(null, '', `/@${username}/${id}`);
}

function view(): View {
  return post.view((found) => {
    if (found === 'none')
      return nothingHere('There is no such post', 'It may have been deleted by its author.');
    if (found === 'deleted') return nothingHere('Your post is deleted', 'It is gone for everybody.');
    return postView(found);
  });
}

function postView(post: PostResponse): View {
  const { username, displayName } = post.author;
  return html`<h1 class="visually-hidden">Post by ${displayName}</h1>
    ${wholePost(post, username === person?.username ? deletionOf(post) : undefined)}
    <div class="actions after-post">
      <a class="button quiet" href="/@${username}">More by @${username}</a>
      <a class="button quiet" href="/">What everybody says</a>
    </div>`;
}

const MOST_GRAPHEMES = 60;

/** What a person sees as one character is never cut in two (Unicode UAX #29). */
function firstWords(body: string): string {
  const [line = ''] = body.split('\n');
  const graphemes = [...new Intl.Segmenter(LANGUAGE).segment(line)];
  if (graphemes.length <= MOST_GRAPHEMES) return line;
  const first = graphemes.slice(0, MOST_GRAPHEMES - 1).map(({ segment }) => segment);
  return `${first.join('').trimEnd()}…`;
}
