import { secondsAfter } from '../seconds.ts';
import { digest, newSecret } from '../secrets.ts';
import type { User } from '../users/user.ts';
import { approve, type BrowserFacts, PENDING_SECONDS, type Session } from './session.ts';

/**
 * A session for somebody whom only a passkey or a provider has named (DESIGN.md §2): created approved, for a browser whose
 * sign-in cookie is to have `secret`.
 */
export function createApprovedSession(
  user: User,
  start: BrowserFacts & Pick<Session, 'id' | 'purpose' | 'provider' | 'providerLabel' | 'link' | 'authTime'>,
  answer: Omit<Parameters<typeof approve>[1], 'presence'>,
  now: Date,
): { session: Session; secret: string } {
  const secret = newSecret();
  const pending: Session = {
    ...start,
    userId: user.id,
    username: user.username,
    displayName: user.displayName,
    ...(user.avatar === undefined ? {} : { avatar: user.avatar }),
    roles: user.roles,
    status: 'pending',
    startedAt: now,
    endsAt: secondsAfter(now, PENDING_SECONDS),
    signinHash: digest(secret),
    decoy: false,
  };
  return { session: approve(pending, { ...answer, presence: false }, now), secret };
}
