/** The text of a message: 1–2 000 characters, counted as the page counts them. */
import * as v from 'valibot';
import { lengthOf } from '../posts/body.ts';
import { VISIBLE, withFewMarks } from '../text.ts';

export const MOST_CHARACTERS = 2000;

/** In UTF-8: characters may be of many letters each. */
export const MOST_BYTES = 8 * 1024;

const MESSAGE_BODY = {
  minLength: 1,
  maxLength: 8192,
  pattern: '^(?=[\\s\\S]*[^\\p{C}\\p{Z}\\p{DI}\\u2800])[^\\p{Cs}\\0]*$',
  description:
    'Plain text of at most 2000 characters and 8 kB; white space around it is cut off, every line break is one line feed, and of marks in a row 30 are kept.',
  examples: ['Shall we meet at noon?'],
};

/** The text as it is sent. */
export const messageText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** By how many characters a text is too long, or 0; where only its bytes are too many, by one at least. */
export function tooManyIn(text: string): number {
  const tooMany = Math.max(0, lengthOf(text) - MOST_CHARACTERS);
  const isHeavy = new TextEncoder().encode(text).length > MOST_BYTES;
  return Math.max(tooMany, isHeavy ? 1 : 0);
}

export const messageBodySchema = v.pipe(
  v.string('Write the message as text.'),
  v.metadata(MESSAGE_BODY),
  v.transform(messageText),
  v.regex(VISIBLE, 'Write something first.'),
  v.check(
    (text) => tooManyIn(text) === 0,
    () => `A message has at most ${MOST_CHARACTERS} characters and ${MOST_BYTES / 1024} kB.`,
  ),
  v.regex(/^[^\p{Cs}\0]*$/u, 'A message is text; this has characters that are none.'),
  v.transform(withFewMarks),
);
