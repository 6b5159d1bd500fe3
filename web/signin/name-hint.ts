import type { FieldError } from '../lib/field.ts';

/** What a username still lacks, in a sentence, while it is typed. The API decides in the end. */
export function nameHint(username: string): string {
  const foreign = [...username].find((character) => !/[A-Za-z0-9_]/.test(character));
  if (foreign === ' ') return 'A name has no spaces; use _ instead.';
  if (foreign !== undefined) return `A name has letters a–z, digits and _ only, so no ${foreign}.`;
  if (username.length > 20) return `That is ${username.length} characters; a name has at most 20.`;
  if (username.length === 1) return 'Two more characters at least.';
  if (username.length === 2) return 'One more character at least.';
  if (username === '') return '3 to 20 letters a–z, digits or _.';
  return `You will be @${username.toLowerCase()}.`;
}

/** Whether a username has the form that the API takes. */
export function isNameWellFormed(username: string): boolean {
  return /^[A-Za-z0-9_]{3,20}$/.test(username);
}

/** What stands against a username before the API is asked. */
export function nameRefusal(username: string): FieldError | undefined {
  if (isNameWellFormed(username)) return undefined;
  return { field: 'username', sentence: username === '' ? 'Choose a name.' : nameHint(username) };
}
