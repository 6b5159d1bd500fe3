/** Deleting one's own posts: the question stands in the post itself. */
import type { PostResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call } from '../lib/api.ts';
import { focusOn } from '../lib/field.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import type { Deletion } from './post-card.ts';

/** At most one post asks the question at a time; `onDeleted` takes it off the page. */
export function deletions(
  layout: Pick<Layout, 'update' | 'announce'>,
  onDeleted: (post: PostResponse) => void,
) {
  let asking: PostResponse['id'] | undefined;
  const deleting = action(layout.update);

  function ask(id: PostResponse['id'] | undefined): void {
    asking = id;
    deleting.reset();
  }

  async function remove(post: PostResponse): Promise<void> {
    await deleting.run(async () => {
      await call('post-delete', { params: { postId: post.id } }).catch(ignoreWhatIsGone);
      asking = undefined;
      onDeleted(post);
      layout.announce(messages.posts.deleted);
    });
  }

  /** What a post's card needs to be deleted with. */
  return (post: PostResponse): Deletion => ({
    isAsking: asking === post.id,
    isDeleting: deleting.isBusy,
    error: deleting.error,
    ask() {
      ask(post.id);
      focusOn(`${post.id}-keep`);
    },
    keep() {
      ask(undefined);
      focusOn(`${post.id}-more`);
    },
    delete: () => void remove(post),
  });
}

/** A repeat after a lost answer, or another tab: what is not there is deleted. */
function ignoreWhatIsGone(error: unknown): void {
  if (!(error instanceof ApiError && error.code === 'not_found')) throw error;
}
