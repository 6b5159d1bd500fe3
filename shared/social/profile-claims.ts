/** How a person may be called here, from what the provider says: suggestions, which the person may change. */
import * as v from 'valibot';
import { VISIBLE, withFewMarks } from '../text.ts';
import { displayNameSchema, usernameSchema } from '../users/username.ts';
import { claimAt } from './claims.ts';
import type { Claims } from './openid.ts';

/** One line of a claim, short enough to be kept. */
export function textAt(claims: Claims, name: string): string | undefined {
  const value = claimAt(claims, name);
  const form = v.pipe(v.string(), v.trim(), v.regex(VISIBLE), v.maxLength(254), v.transform(withFewMarks));
  const line = v.safeParse(form, value);
  return line.success ? line.output : undefined;
}

/** OpenID Connect Core §5.1, the name that a person goes by first. */
export function displayNameFrom(claims: Claims): string | undefined {
  for (const claim of ['name', 'nickname', 'given_name', 'preferred_username']) {
    const parsed = v.safeParse(displayNameSchema, claimAt(claims, claim));
    if (parsed.success) return parsed.output;
  }
  return undefined;
}

/** Usernames that would suit, the best first; whether they are free is another question. */
export function usernamesFrom(claims: Claims): string[] {
  const given = ['preferred_username', 'nickname', 'email', 'given_name', 'name'].flatMap((claim) => {
    const text = textAt(claims, claim);
    return text === undefined ? [] : [formed(text)];
  });
  const fitting = given.filter((name) => v.is(usernameSchema, name));
  const [first] = fitting;
  // Where all are taken, the first with a little number.
  const numbered = first === undefined ? [] : ['2', '3', '4'].map((digit) => first.slice(0, 19) + digit);
  return [...new Set([...fitting, ...numbered])];
}

/** An e-mail address gives the part before the `@`; letters lose their accents, and the rest is left out. */
function formed(text: string): string {
  return text
    .replace(/@.*$/s, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\s.-]+/g, '_')
    .replace(/[^a-z0-9_]/g, '')
    .slice(0, 20);
}
