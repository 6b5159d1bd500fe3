/** One post by itself, with its thread: what it answers, and what answers it. */
import { pagePath } from '../../shared/page-path.ts';
import type { PostResponse, ThreadResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { fetched, noneIfNotFound } from '../lib/fetched.ts';
import { given, isDoubtful } from '../lib/given.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { watchSession } from '../lib/session-watch.ts';
import { type Person, rememberedPerson } from '../lib/viewer.ts';
import type { Composer } from '../posts/composer.ts';
import { deletions } from '../posts/deletions.ts';
import { editable } from '../posts/editable.ts';
import { postNotFoundView, postTitle, postView } from '../posts/post-view.ts';
import { HISTORY } from '../posts/reply-facts.ts';
import { notAllowed, signInToReply, stillReply } from '../posts/replying.ts';
import { threadReplies } from '../posts/thread-replies.ts';

const [, author = '', postId = ''] = pagePath(location.pathname).split('/');

const brought = given<{ thread: ThreadResponse | 'none' }>();

let person: Person | undefined = rememberedPerson();
/** Whether it is known who is signed in, and not only who was here. */
let isKnown = false;
let writing: Composer | undefined;
let isComing = false;

const layout = openLayout(view);
const thread = fetched<ThreadResponse | 'none'>(layout, {
  failed: messages.posts.postNotLoaded,
  rows: 1,
  ask: () => call('thread', { params: { postId } }).then(introduce, noneIfNotFound),
  given: brought?.thread,
});
const deleted = deletions(layout, () => 'nothing-here');
const replies = threadReplies(layout, deleted);
const editing = editable(layout, (edited) => {
  const { value } = thread;
  if (value === undefined || value === 'none' || 'gone' in value.post) return;
  thread.value = introduce({ ...value, post: { ...value.post, ...edited } });
});

if (brought === undefined) void thread.load();
else {
  if (brought.thread !== 'none') introduce(brought.thread);
  layout.update();
}
watchSession(layout, {
  onPerson(next) {
    if (next?.username !== person?.username) writing = undefined;
    person = next;
    isKnown = true;
    layout.update();
    if (brought !== undefined && isDoubtful(brought, next)) void thread.load();
  },
});
addEventListener('hashchange', showHistory);
showHistory();

/** Names the page after its post. */
function introduce(found: ThreadResponse): ThreadResponse {
  const { post } = found;
  document.title = 'gone' in post ? messages.threads.goneTitle : postTitle(post);
  if (!('gone' in post)) correctAddress(post);
  replies.take(found);
  return found;
}

/** The API finds a post by its id alone, so the name in the address may be wrong; it is corrected. */
function correctAddress({ author: { username }, id }: PostResponse): void {
  if (author !== `@${username}`) history.replaceState(null, '', `/@${username}/${id}${location.hash}`);
}

/** A link that says "edited" leads here. */
function showHistory(): void {
  if (location.hash !== HISTORY) return;
  void lazyImport(() => import('../posts/history-dialog.ts')).then(({ openHistory }) =>
    openHistory(layout, postId, () => history.replaceState(null, '', location.pathname + location.search)),
  );
}

function view(): View {
  return thread.view((found) => {
    if (found === 'none') return postNotFoundView();
    const { post } = found;
    if (deleted.isGone(post.id)) return nothingHere(messages.missing.deleted, messages.missing.deletedMore);
    const isOwn = !('gone' in post) && post.author.username === person?.username;
    return postView({
      thread: found,
      replying: 'gone' in post ? nothing : replyingView(post, found.mayReply),
      replies: replies.view(person?.username),
      ...(isOwn ? { own: { ...editing.of(post), deletion: deleted.of(post) } } : {}),
    });
  });
}

function replyingView(post: PostResponse, mayReply: boolean | undefined): View {
  if (person === undefined) return post.whoMayReply === 'nobody' ? notAllowed(post) : signInToReply(post);
  if (mayReply === false) return notAllowed(post);
  // Whoever was here last may not be who is here now.
  if (isKnown) compose(post, person.username);
  if (writing !== undefined) return writing.view();
  return post.whoMayReply === 'nobody' ? notAllowed(post) : html`<div inert>${stillReply(post)}</div>`;
}

/** Once; asked again where it did not come. */
function compose({ id, author: { username } }: PostResponse, own: string): void {
  if (isComing || writing !== undefined) return;
  isComing = true;
  void lazyImport(() => import('../posts/composer.ts'))
    .then(({ composer }) => {
      if (person?.username !== own) return;
      writing = composer(layout, { username: own, replyTo: { id, username }, onPosted: replies.add });
    })
    .catch(() => {})
    .finally(() => {
      isComing = false;
      if (writing !== undefined) layout.update();
    });
}
