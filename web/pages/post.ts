/** One post by itself, with its thread: what it answers, and what answers it. */
import { pagePath } from '../../shared/page-path.ts';
import type { PostResponse, ProfileResponse, ThreadResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { fetched, noneIfNotFound } from '../lib/fetched.ts';
import { focusOn } from '../lib/field.ts';
import { given, isDoubtful } from '../lib/given.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { watchSession } from '../lib/session-watch.ts';
import { type Person, rememberedPerson } from '../lib/viewer.ts';
import { watchAuthors } from '../people/author-card.ts';
import { pinning } from '../people/pinning.ts';
import type { Composer } from '../posts/composer.ts';
import { deletions } from '../posts/deletions.ts';
import { editable } from '../posts/editable.ts';
import { postNotFoundView, postTitle, postView } from '../posts/post-view.ts';
import { EDIT, HISTORY, REPLY } from '../posts/reply-facts.ts';
import { notAllowed, signInToReply, stillReply } from '../posts/replying.ts';
import { threadReplies } from '../posts/thread-replies.ts';
import { writeAnywhere } from '../posts/writing.ts';

const [, author = '', postId = ''] = pagePath(location.pathname).split('/');

const brought = given<{ thread: ThreadResponse | 'none' }>();

let person: Person | undefined = rememberedPerson();
/** Whether it is known who is signed in, and not only who was here. */
let isKnown = false;
let writing: Composer | undefined;
let isComing = false;
let pinnedHere: 'asked' | { id: string | undefined } | undefined;

const layout = openLayout(view);
writeAnywhere(layout);
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
const pin = pinning(layout, notePinned);

if (brought === undefined) void thread.load().then(followAddress);
else {
  if (brought.thread !== 'none') introduce(brought.thread);
  layout.update();
}
watchAuthors();
watchSession(layout, {
  onPerson(next) {
    if (next?.username !== person?.username) writing = undefined;
    person = next;
    isKnown = true;
    layout.update();
    followAddress();
    if (brought !== undefined && isDoubtful(brought, next)) void thread.load();
  },
});
addEventListener('hashchange', showHistory);
addEventListener('hashchange', followAddress);
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
    openHistory(layout, postId, shortenAddress),
  );
}

/** The row under a post leads here to reply, and its menu to edit; each is done once what it takes is there. */
function followAddress(): void {
  if (location.hash === REPLY && writing !== undefined) {
    shortenAddress();
    focusOn('reply-body');
  }
  const post = ownPost();
  if (location.hash === EDIT && isKnown && post !== undefined) {
    shortenAddress();
    void editing.open(post);
  }
}

/** So that the same link leads here once more. */
function shortenAddress(): void {
  history.replaceState(null, '', location.pathname + location.search);
}

/** What the page is about, if it is by whoever reads it. */
function ownPost(): PostResponse | undefined {
  const { value } = thread;
  if (value === undefined || value === 'none' || 'gone' in value.post) return undefined;
  return value.post.author.username === person?.username ? value.post : undefined;
}

/** Whether one's own post stands above the others; asked for once somebody could change it. */
function pinView({ id, author: { username } }: PostResponse): View {
  if (pinnedHere === undefined) {
    pinnedHere = 'asked';
    void call('user', { params: { username } }).then(notePinned, () => {});
  }
  return pinnedHere === 'asked' ? nothing : pin.view(id, pinnedHere.id === id);
}

function notePinned({ pinned }: ProfileResponse): void {
  pinnedHere = { id: pinned };
  layout.update();
}

function view(): View {
  return thread.view((found) => {
    if (found === 'none') return postNotFoundView();
    const { post } = found;
    if (deleted.isGone(post.id)) return nothingHere(messages.missing.deleted, messages.missing.deletedMore);
    const own = ownPost();
    return postView({
      thread: found,
      replying: 'gone' in post ? nothing : replyingView(post, found.mayReply),
      replies: replies.view(person?.username),
      ...(own === undefined
        ? {}
        : { own: { text: editing.view(), deletion: deleted.of(own) }, pin: pinView(own) }),
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
      if (writing === undefined) return;
      layout.update();
      followAddress();
    });
}
