import type { AlertKind } from '../alerts/alert.ts';
import type { UserId } from '../ids.ts';
import type { Language } from '../languages.ts';

export type Role = 'admin';

export type User = {
  id: UserId;
  username: string;
  displayName: string;
  /** The path of their picture. */
  avatar?: string;
  roles: Role[];
  createdAt: Date;
  /** Chosen when they registered, or since; a phone that has said none of its own is told things in it. */
  language?: Language;
  /** Of what their phones tell them besides what rings, in the order of `ALERT_KINDS`; absent until they choose. */
  alerts?: AlertKind[];
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

/** How many phones one user may have: they are all listed, rung and, in a recovery, removed at once. */
export const MOST_PHONES = 10;

export function mayAddPhone(user: User): boolean {
  return user.phones < MOST_PHONES && user.disabled !== true;
}

/** Whether a phone could approve a sign-in of this user. */
export function canApprove(user: User): boolean {
  return user.phones > 0 && user.disabled !== true;
}
