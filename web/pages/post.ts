/** One post by itself. */
import { pagePath } from '../../shared/page-path.ts';
import type { PostResponse, ProfileResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { fetched, noneIfNotFound } from '../lib/fetched.ts';
import { focusOn } from '../lib/field.ts';
import { given, isDoubtful } from '../lib/given.ts';
import { nothing, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { watchSession } from '../lib/session-watch.ts';
import { type Person, rememberedPerson } from '../lib/viewer.ts';
import { pinning } from '../people/pinning.ts';
import { deletions } from '../posts/deletions.ts';
import { postNotFoundView, postTitle, postView } from '../posts/post-view.ts';
import { writeAnywhere } from '../posts/writing.ts';

const [, author = '', postId = ''] = pagePath(location.pathname).split('/');

const brought = given<{ post: PostResponse | 'none' }>();

let person: Person | undefined = rememberedPerson();
let pinnedHere: 'asked' | { id: string | undefined } | undefined;

const layout = openLayout(view);
writeAnywhere(layout);
const post = fetched<PostResponse | 'none' | 'deleted'>(layout, {
  failed: messages.posts.postNotLoaded,
  rows: 1,
  async ask(): Promise<PostResponse | 'none' | 'deleted'> {
    const found = await call('post', { params: { postId } }).then(introduce, noneIfNotFound);
    // What was deleted here meanwhile stays so, whatever the answer knew of it.
    return post.value === 'deleted' ? 'deleted' : found;
  },
  given: brought?.post,
});
const deletionOf = deletions(layout, () => {
  post.value = 'deleted';
  layout.update();
  focusOn('nothing-here');
});

const pin = pinning(layout, notePinned);

if (brought === undefined) void post.load();
else {
  if (brought.post !== 'none') introduce(brought.post);
  layout.update();
}
watchSession(layout, {
  onPerson(next) {
    person = next;
    layout.update();
    if (brought !== undefined && isDoubtful(brought, next) && post.value !== 'deleted') void post.load();
  },
});

/** Names the page after its post. */
function introduce(found: PostResponse): PostResponse {
  document.title = postTitle(found);
  correctAddress(found);
  return found;
}

/** The API finds a post by its id alone, so the name in the address may be wrong; it is corrected. */
function correctAddress({ author: { username }, id }: PostResponse): void {
  if (author !== `@${username}`) history.replaceState(null, '', `/@${username}/${id}`);
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
  return post.view((found) => {
    if (found === 'none') return postNotFoundView();
    if (found === 'deleted') return nothingHere(messages.missing.deleted, messages.missing.deletedMore);
    if (found.author.username !== person?.username) return postView(found);
    return postView(found, deletionOf(found), pinView(found));
  });
}
