import type { Post } from './post.ts';
import { shownText } from './shown-text.ts';

/** The first letters of a post that stand with what tells of it, and in how many UTF-16 units at most. */
const MOST_LETTERS = 140;
const MOST_UNITS = 4 * MOST_LETTERS;

/** How a post begins, as it is shown but on one line, and without half a character at its end. */
export function excerptOf({ body }: Post): string {
  const line = shownText(body).replace(/\s+/g, ' ');
  let begin = '';
  let letters = 0;
  // The line as it is, letter by letter: of one that was cut nobody could tell whether its last letter is whole.
  for (const { segment } of new Intl.Segmenter('en').segment(line)) {
    if (letters === MOST_LETTERS || begin.length + segment.length > MOST_UNITS) return `${begin.trimEnd()}…`;
    begin += segment;
    letters++;
  }
  return line;
}
