/** The text of a post: 1–500 characters, counted as the page counts them. */
import * as v from 'valibot';
import { VISIBLE, withFewMarks } from '../text.ts';

export const MOST_CHARACTERS = 500;

/** The length of a text in code points, so that an emoji outside the BMP counts once. */
export function lengthOf(text: string): number {
  return [...text].length;
}

const POST_BODY = {
  minLength: 1,
  maxLength: 500,
  pattern: '^(?=[\\s\\S]*[^\\p{C}\\p{Z}\\p{DI}\\u2800])[^\\p{Cs}\\0]*$',
  description:
    'Plain text; white space around it is cut off, every line break is one line feed, and of marks in a row 30 are kept.',
  examples: ['Hello, world.'],
};

export const postBodySchema = v.pipe(
  v.string('Write the post as text.'),
  v.metadata(POST_BODY),
  v.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  v.regex(VISIBLE, 'Write something first.'),
  v.check(
    (text) => lengthOf(text) <= MOST_CHARACTERS,
    () => `A post has at most ${MOST_CHARACTERS} characters.`,
  ),
  v.regex(/^[^\p{Cs}\0]*$/u, 'A post is text; this has characters that are none.'),
  v.transform(withFewMarks),
);
