/** One post by itself. */
import type { PostShape } from '../../shared/shapes.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { watchSession } from '../lib/session-watch.ts';
import { failedView, skeletonList } from '../lib/skeleton.ts';
import { type Person, rememberedPerson } from '../lib/viewer.ts';
import { deletions } from '../posts/deletions.ts';
import { postCard } from '../posts/post-card.ts';

const [, author = '', postId = ''] = location.pathname.split('/');

let post: PostShape | 'none' | 'deleted' | undefined;
let error: string | undefined;
let person: Person | undefined = rememberedPerson();

const layout = openLayout(view);
const deletionOf = deletions(layout, () => {
  post = 'deleted';
  layout.update();
  focusOn('gone-title');
});

void load();
watchSession(layout, {
  onPerson(next) {
    person = next;
    layout.update();
  },
});

async function load(): Promise<void> {
  error = undefined;
  layout.update();
  try {
    const found = await call('post', { params: { postId } });
    post = found;
    document.title = `${found.author.displayName}: ${firstWords(found.body)} · Nod`;
    correctAddress(found);
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'not_found') post = 'none';
    else error = errorSentence(thrown);
  }
  layout.update();
}

/** The id alone finds the post, so the name before it may be another's; the address must not say so. */
function correctAddress({ author: { username }, id }: PostShape): void {
  if (author !== `@${username}`) history.replaceState(null, '', `/@${username}/${id}`);
}

function view(): View {
  if (error !== undefined) return failedView('The post did not come.', error, () => void load());
  if (post === undefined) return skeletonList(1);
  if (post === 'none') return goneView('There is no such post', 'It may have been deleted by its author.');
  if (post === 'deleted') return goneView('Your post is deleted', 'It is gone for everybody.');
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

function firstWords(body: string): string {
  const [line = ''] = body.split('\n');
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line;
}
