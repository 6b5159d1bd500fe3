/** What was written over a page, for the timeline under it. */
import type { PostResponse } from '../../shared/responses.ts';

const POSTED = 'posted';

export function tellPosted(post: PostResponse): void {
  document.dispatchEvent(new CustomEvent(POSTED, { detail: post }));
}

export function onPosted(posted: (post: PostResponse) => void): void {
  document.addEventListener(POSTED, (event) => posted((event as CustomEvent<PostResponse>).detail));
}
