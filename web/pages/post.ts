/** One post by itself. */
import { pagePath } from '../../shared/page-path.ts';
import type { PostResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { fetched, noneIfNotFound } from '../lib/fetched.ts';
import { focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import { LANGUAGE } from '../lib/language.ts';
import { openLayout } from '../lib/layout.ts';
import { watchSession } from '../lib/session-watch.ts';
import { type Person, rememberedPerson } from '../lib/viewer.ts';
import { deletions } from '../posts/deletions.ts';
import { postCard } from '../posts/post-card.ts';

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
  focusOn('gone-title');
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
  document.title = `${found.author.displayName}: ${firstWords(found.body)} · Nod`;
  correctAddress(found);
  return found;
}

/** The API finds a post by its id alone, so the name in the address may be wrong; it is corrected. */
function correctAddress({ author: { username }, id }: PostResponse): void {
  if (author !== `@${username}`) history.replaceState(null, '', `/@${username}/${id}`);
}

function view(): View {
  return post.view((found) => {
    if (found === 'none') return goneView('There is no such post', 'It may have been deleted by its author.');
    if (found === 'deleted') return goneView('Your post is deleted', 'It is gone for everybody.');
    return postView(found);
  });
}

function postView(post: PostResponse): View {
  const isOwn = post.author.username === person?.username;
  return html`<h1 class="visually-hidden">Post by ${post.author.displayName}</h1>
    <div class="single-post">${postCard(post, isOwn ? deletionOf(post) : undefined)}</div>
    <p class="under-list"><a href="/">See what everybody says</a></p>`;
}

function goneView(title: string, text: string): View {
  return html`<div class="empty tall">
    <h1 id="gone-title" tabindex="-1">${title}</h1>
    <p class="muted">${text}</p>
    <a class="button quiet" href="/">Go home</a>
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
