import type { Post } from './post.ts';
import { shownText } from './shown-text.ts';

/** The first letters of a post that stand with what tells of it. */
const EXCERPT = 140;

/** How a post begins, on one line and without half a character at its end. */
export function excerptOf({ body }: Post): string {
  const line = shownText(body).replace(/\s+/g, ' ');
  const cut = line.slice(0, 4 * EXCERPT);
  const letters = Array.from(new Intl.Segmenter('en').segment(cut), ({ segment }) => segment);
  // The last one may go on behind the cut.
  if (cut.length < line.length) letters.pop();
  const begin = letters.slice(0, EXCERPT).join('');
  return begin.length < line.length ? `${begin.trimEnd()}…` : line;
}
