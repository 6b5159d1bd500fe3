/**
 * Whom this page shows no more, from the moment in which its reader says so; the next page comes without them anyway. What is
 * said in a menu, which is a script of its own, is told to the lists by an event.
 */
import type { PostResponse } from '../../shared/responses.ts';

const EVENT = 'nod-hides';

type Said = { username: string; isHidden: boolean };

export function hideNow(username: string, isHidden: boolean): void {
  document.dispatchEvent(new CustomEvent<Said>(EVENT, { detail: { username, isHidden } }));
}

/**
 * For a list of posts: whether one of them is not shown now.
 * @param redraw draws the list anew; what is read on it stays where it is
 */
export function hiddenNow(redraw: () => void): (post: PostResponse) => boolean {
  const hidden = new Set<string>();
  // A server draws its first page, and nobody says anything there.
  if ('document' in globalThis) {
    document.addEventListener(EVENT, (event) => {
      const { username, isHidden } = (event as CustomEvent<Said>).detail;
      if (isHidden) hidden.add(username);
      else hidden.delete(username);
      keepingPlace(redraw);
    });
  }
  return ({ author, by }) => hidden.has(author.username) || (by !== undefined && hidden.has(by.username));
}

/** The first post below the upper edge that is there afterwards as well does not move. */
function keepingPlace(redraw: () => void): void {
  const below = [...document.querySelectorAll<HTMLElement>('.post')]
    .map((post) => ({ post, top: post.getBoundingClientRect().top }))
    .filter(({ top }) => top >= 0);
  redraw();
  const kept = below.find(({ post }) => post.isConnected);
  // At the top there is nothing above that could push it.
  if (kept === undefined || scrollY === 0) return;
  scrollBy({ top: kept.post.getBoundingClientRect().top - kept.top, behavior: 'instant' });
}
