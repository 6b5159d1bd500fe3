import type { UserId } from '../ids.ts';
import { isLanguage, LANGUAGES, type Language } from '../languages.ts';

export type Role = 'admin';

export type User = {
  id: UserId;
  username: string;
  displayName: string;
  roles: Role[];
  createdAt: Date;
  /** What they are told while no page is open is said in it: chosen when they registered, or since. */
  language?: Language;
  /** How many phones and social links sign this user in; the last one is never taken away. */
  credentialCount: number;
  /** How many phones are enrolled. */
  phones: number;
  disabled?: boolean;
  /** Nothing approved before this moment may be completed (DESIGN.md §2). */
  notBefore?: Date;
  /** When the account was last recovered: browsers that were known until then are not any more. */
  recoveredAt?: Date;
};

/** The language that a user is spoken to; one that this Nod does not speak any more is none. */
export const languageOf = (user: User | undefined): Language =>
  user?.language !== undefined && isLanguage(user.language) ? user.language : LANGUAGES[0];

/** How many phones one user may have: they are all listed, rung and, in a recovery, removed at once. */
export const MOST_PHONES = 10;

export function mayAddPhone(user: User): boolean {
  return user.phones < MOST_PHONES && user.disabled !== true;
}

/** Whether a phone could approve a sign-in of this user. */
export function canApprove(user: User): boolean {
  return user.phones > 0 && user.disabled !== true;
}
