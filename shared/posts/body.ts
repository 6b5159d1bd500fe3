/** The text of a post: 1–500 characters as people count them, and as many bytes as keep its row small. */
import * as v from 'valibot';
import { VISIBLE, withFewMarks } from '../text.ts';

export const MOST_CHARACTERS = 500;

/**
 * In UTF-8. A row of a post stays below 4 kB with it, which one unit reads; writings whose characters are made of several
 * letters have room for 500, and only families of emoji and stacked marks come to it.
 */
export const MOST_BYTES = 3000;

/** Beyond this a text is only told that it is far too long: to count it all would keep a page waiting. */
const MOST_COUNTED = 20_000;

/** Kept once it is made, which takes half a millisecond. Each script that counts has its own, and they are the same. */
const KEPT: { graphemes?: Intl.Segmenter } = {};

/** The length of a text in characters as a person sees them, such as a family or a letter with its marks (Unicode UAX #29). */
export function lengthOf(text: string): number {
  KEPT.graphemes ??= new Intl.Segmenter('en');
  let length = 0;
  for (const _ of KEPT.graphemes.segment(text.slice(0, MOST_COUNTED))) length++;
  return length + Math.max(0, text.length - MOST_COUNTED);
}

/** How many more characters fit: where bytes are what is short, as many as the text's own would be; below 0 how many too many. */
export function charactersLeft(text: string): number {
  const kept = withFewMarks(text.trim());
  const [length, bytes] = [lengthOf(kept), new TextEncoder().encode(kept).length];
  const byBytes = bytes === 0 ? MOST_CHARACTERS : Math.floor(((MOST_BYTES - bytes) * length) / bytes);
  return Math.min(MOST_CHARACTERS - length, byBytes);
}

const POST_BODY = {
  minLength: 1,
  maxLength: 3000,
  pattern: '^(?=[\\s\\S]*[^\\p{C}\\p{Z}\\p{DI}\\u2800])[^\\p{Cs}\\0]*$',
  description:
    'Plain text of at most 500 characters as people see them (extended grapheme clusters) and 3000 bytes; white space around it is cut off, every line break is one line feed, and of marks in a row 30 are kept.',
  examples: ['Hello, world.'],
};

export const postBodySchema = v.pipe(
  v.string('Write the post as text.'),
  v.metadata(POST_BODY),
  v.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  v.regex(VISIBLE, 'Write something first.'),
  v.regex(/^[^\p{Cs}\0]*$/u, 'A post is text; this has characters that are none.'),
  v.transform(withFewMarks),
  v.check(
    (text) => charactersLeft(text) >= 0,
    () => `A post has at most ${MOST_CHARACTERS} characters, and ${MOST_BYTES} bytes.`,
  ),
);
