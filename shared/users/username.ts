import * as v from 'valibot';
import { ONE_LINE, VISIBLE } from '../text.ts';

/**
 * A username: 3–20 of `a-z 0-9 _`. Letters of either case are taken and lowered; the form is checked first,
 * because letters outside ASCII can lower into it (the Kelvin sign becomes a `k`).
 */
export const usernameSchema = v.pipe(
  v.string('Write the username as text.'),
  v.regex(/^[A-Za-z0-9_]{3,20}$/, 'A username has 3 to 20 letters (a–z), digits or underscores.'),
  v.toLowerCase(),
);

/** A name to show: 1–50 characters on one line. */
export const displayNameSchema = v.pipe(
  v.string('Write the name as text.'),
  v.normalize('NFC'),
  v.trim(),
  v.regex(VISIBLE, 'A name has at least one character that can be seen.'),
  v.check((name) => [...name].length <= 50, 'A name has at most 50 characters.'),
  v.regex(ONE_LINE, 'A name is one line of plain text.'),
);

/** Names that nobody may take, because they speak for the site or stand in its addresses. */
const RESERVED = new Set(
  `about abuse account admin administrator api everyone explore feed feeds follow help home host info legal
  login logout mail me messages mod moderator nod nobody official owner passkey phone post posts postmaster
  privacy register root security sessions settings signin signout signup staff status support sysadmin system
  team terms undefined user users webmaster you`.split(/\s+/),
);

export const isReserved = (username: string): boolean => RESERVED.has(username);
