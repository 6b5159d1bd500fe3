/** Deleting one's own posts: the post asks back in its own place before it goes. */
import type { PostResponse } from '../../shared/responses.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import type { Layout } from '../lib/layout.ts';
import type { Deletion } from './post-card.ts';

/** At most one post asks at a time; `onDeleted` takes it off the page. */
export function deletions(layout: Layout, onDeleted: (post: PostResponse) => void) {
  let asking: PostResponse['id'] | undefined;
  let isDeleting = false;
  let error: string | undefined;

  function ask(id: PostResponse['id'] | undefined): void {
    asking = id;
    error = undefined;
    layout.update();
  }

  async function remove(post: PostResponse): Promise<void> {
    if (isDeleting) return;
    isDeleting = true;
    error = undefined;
    layout.update();
    try {
      await call('post-delete', { params: { postId: post.id } });
      gone(post);
    } catch (thrown) {
      // A repeat after a lost answer, or another tab: what is not there is deleted.
      if (thrown instanceof ApiError && thrown.code === 'not_found') gone(post);
      else error = errorSentence(thrown);
    } finally {
      isDeleting = false;
      layout.update();
    }
  }

  function gone(post: PostResponse): void {
    asking = undefined;
    onDeleted(post);
    layout.announce('Deleted.');
  }

  /** What a post's card needs to be deleted with. */
  return (post: PostResponse): Deletion => ({
    isAsking: asking === post.id,
    isDeleting,
    error,
    ask() {
      ask(post.id);
      focusOn(`${post.id}-keep`);
    },
    keep() {
      ask(undefined);
      focusOn(`${post.id}-delete`);
    },
    delete: () => void remove(post),
  });
}
