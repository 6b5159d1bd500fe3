import type { Reason } from '../../shared/sessions/session.ts';

/** Where somebody goes to sign in, to come back here afterwards. @param here the path that they come back to */
export function signinAddress(reason: Reason | undefined, here: string): string {
  const query = new URLSearchParams({
    ...(reason === undefined ? {} : { reason }),
    ...(here === '/' ? {} : { next: here }),
  });
  return query.size === 0 ? '/signin' : `/signin?${query}`;
}
