/** One post by itself. */
import { pagePath } from '../../shared/page-path.ts';
import type { PostResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { fetched, noneIfNotFound } from '../lib/fetched.ts';
import { focusOn } from '../lib/field.ts';
import { given, isDoubtful } from '../lib/given.ts';
import type { View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { watchSession } from '../lib/session-watch.ts';
import { type Person, rememberedPerson } from '../lib/viewer.ts';
import { deletions } from '../posts/deletions.ts';
import { postNotFoundView, postTitle, postView } from '../posts/post-view.ts';
import { writeAnywhere } from '../posts/writing.ts';

const [, author = '', postId = ''] = pagePath(location.pathname).split('/');

const brought = given<{ post: PostResponse | 'none' }>();

let person: Person | undefined = rememberedPerson();

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

function view(): View {
  return post.view((found) => {
    if (found === 'none') return postNotFoundView();
    if (found === 'deleted') return nothingHere(messages.missing.deleted, messages.missing.deletedMore);
    return postView(found, found.author.username === person?.username ? deletionOf(found) : undefined);
  });
}
