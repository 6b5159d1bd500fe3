import { repeat } from 'lit-html/directives/repeat.js';
import type { PostResponse } from '../../shared/responses.ts';
import { html, type View } from '../lib/html.ts';
import type { Deletion } from './deletions.ts';
import { postCard } from './post-card.ts';

/** Posts as they are listed; whose `deletionOf` is there may be deleted. */
export function postList(
  posts: PostResponse[],
  deletionOf: (post: PostResponse) => Deletion | undefined = () => undefined,
): View {
  return html`<div class="posts h-feed">
    ${repeat(
      posts,
      ({ id }) => id,
      (post) => postCard(post, deletionOf(post)),
    )}
  </div>`;
}
