import type { Post } from './post.ts';

/** The first letters of a post that stand with what tells of it. */
const EXCERPT = 140;

/** How a post begins, on one line and without half a character at its end. */
export function excerptOf({ body }: Post): string {
  const line = body.replace(/\s+/g, ' ');
  const letters = [...new Intl.Segmenter('en').segment(line.slice(0, 4 * EXCERPT))];
  const begin = letters.slice(0, EXCERPT).map(({ segment }) => segment);
  return begin.join('').length < line.length ? `${begin.join('').trimEnd()}…` : line;
}
