import * as v from 'valibot';
import { ONE_LINE, VISIBLE, withFewMarks } from '../text.ts';

// What the document says of a name: of what was trimmed and composed (Unicode NFC), as the page shows it.
const USERNAME = {
  pattern: '^[A-Za-z0-9_]{3,20}$',
  description: 'Letters of either case are taken and lowered.',
  examples: ['susan'],
};
const DISPLAY_NAME = {
  minLength: 1,
  maxLength: 50,
  pattern:
    '^(?=[\\s\\S]*[^\\p{C}\\p{Z}\\p{DI}\\u2800])[^\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]*$',
  description:
    'A name to show, on one line; white space around it is cut off, and of marks in a row 30 are kept.',
  examples: ['Susan'],
};

/**
 * A username: 3–20 of `a-z 0-9 _`. Letters of either case are taken and lowered; the form is checked first,
 * because letters outside ASCII can lower into it (the Kelvin sign becomes a `k`).
 */
export const usernameSchema = v.pipe(
  v.string('Write the username as text.'),
  v.metadata(USERNAME),
  v.regex(/^[A-Za-z0-9_]{3,20}$/, 'A username has 3 to 20 letters (a–z), digits or underscores.'),
  v.toLowerCase(),
);

/** The username that a text is, whatever the case of its letters, if it may be one. */
export function usernameIn(text: string): string | undefined {
  const result = v.safeParse(usernameSchema, text);
  return result.success ? result.output : undefined;
}

/** A name to show: 1–50 characters on one line. */
export const displayNameSchema = v.pipe(
  v.string('Write the name as text.'),
  v.metadata(DISPLAY_NAME),
  v.normalize('NFC'),
  v.trim(),
  v.regex(VISIBLE, 'A name has at least one character that can be seen.'),
  v.check((name) => [...name].length <= 50, 'A name has at most 50 characters.'),
  v.regex(ONE_LINE, 'A name is one line of plain text.'),
  v.transform(withFewMarks),
);

/** Names that nobody may take, because they speak for the site or stand in its addresses. */
const RESERVED = `about abuse account admin administrator api everyone explore feed feeds follow help home host info legal
  login logout mail me messages mod moderator nod nobody official owner passkey phone post posts postmaster
  privacy register root security sessions settings signin signout signup staff status support sysadmin system
  team terms undefined user users webmaster you`;

export const isReserved = (username: string): boolean => RESERVED.split(/\s+/).includes(username);
