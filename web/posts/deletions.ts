/** Deleting one's own posts: done in ten seconds, unless it is undone. */
import type { PostResponse } from '../../shared/responses.ts';
import { ApiError, call } from '../lib/api.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { doLater } from '../lib/undo-bar.ts';

/** What a post's card needs to be deleted with. */
export type Deletion = { delete(): void };

export type Deletions = {
  of(post: PostResponse): Deletion;
  /** Whether it was deleted here, or will be in a moment. */
  isGone(id: PostResponse['id']): boolean;
};

/** @param focusNear the id of what the focus goes to once a post is off the page */
export function deletions(
  layout: Pick<Layout, 'update' | 'announce'>,
  focusNear: (post: PostResponse) => string,
): Deletions {
  const gone = new Set<string>();

  return {
    isGone: (id) => gone.has(id),
    of: (post) => ({
      delete() {
        const { id } = post;
        const near = focusNear(post);
        gone.add(id);
        layout.update();
        doLater(layout, {
          title: messages.threads.deleted,
          said: messages.threads.deletedAnnounced,
          backAgain: messages.threads.undone,
          failed: messages.threads.notDeleted,
          act: () => call('post-delete', { params: { postId: id }, keepalive: true }).catch(ignoreWhatIsGone),
          undone() {
            gone.delete(id);
            layout.update();
          },
          focusAfter: () => (gone.has(id) ? near : id),
        });
      },
    }),
  };
}

/** A repeat after a lost answer, or another tab: what is not there is deleted. */
export function ignoreWhatIsGone(error: unknown): void {
  if (!(error instanceof ApiError && error.code === 'not_found')) throw error;
}
