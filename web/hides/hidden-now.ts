/** Whom this page shows no more, from the moment in which its reader says so; the next page comes without them anyway. */
import type { PostResponse } from '../../shared/responses.ts';

const hidden = new Set<string>();
const listeners = new Set<() => void>();

export const isHiddenNow = ({ author, by }: PostResponse): boolean =>
  hidden.has(author.username) || (by !== undefined && hidden.has(by.username));

export function hideNow(username: string, isHidden = true): void {
  if (isHidden) hidden.add(username);
  else hidden.delete(username);
  for (const listener of listeners) listener();
}

/** @param redraw draws a list of posts anew; what is read on it stays where it is */
export function onHiddenNow(redraw: () => void): void {
  listeners.add(() => keepingPlace(redraw));
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
