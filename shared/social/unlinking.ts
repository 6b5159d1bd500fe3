/** Removing a link to a provider, and what goes with it. */
import { whereOf } from '../activity/activity.ts';
import { activityStore } from '../activity/activity-store.ts';
import type { Database } from '../database.ts';
import { NodError } from '../errors.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { endSessionsWith } from '../sessions/ending.ts';
import { liveSessionStore } from '../sessions/live-session-store.ts';
import { signInOf } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import { sessionListStore } from '../sessions/session-list-store.ts';
import { sessionStore } from '../sessions/session-store.ts';
import { userStore } from '../users/user-store.ts';
import { socialLinkStore } from './social-link-store.ts';
import { upstreamStore } from './upstream-store.ts';

const ATTEMPTS = 5;

/** Of how many sessions the tokens go in the same transaction, which has room for forty writes beside their ends. */
const FORGOTTEN_AT_ONCE = 11;

export function unlinking(
  db: Database,
  users = userStore(db),
  links = socialLinkStore(db),
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  upstreams = upstreamStore(db),
  activity = activityStore(db),
  live = liveSessionStore(db),
) {
  /**
   * Removes the link of the caller's to a provider, with the roles that it gave, and ends the sessions that came by it,
   * by whichever entry of the configuration: one transaction. The session that asks stays: it is its owner's, who has
   * just said so.
   *
   * The link must still be as it was before the sessions were looked for: every sign-in by it is noted on it, and so none
   * slips in between; and the session that asks must still live, since it may be reported at that very moment.
   * @throws {NodError} `not_found`, `last_sign_in_method`, `not_signed_in`
   */
  return async function unlink(asking: Session, provider: string, now: Date): Promise<void> {
    await optimisticRetry(
      ATTEMPTS,
      () => unlinkOnce(asking, provider, now),
      async ({ failed: [isOver] }) => {
        if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
        const user = await users.get(asking.userId);
        if (user !== undefined && user.credentialCount <= 1) throw lastSignInMethod();
      },
    );
  };

  async function unlinkOnce(asking: Session, provider: string, now: Date): Promise<void> {
    const { userId } = asking;
    const own = signInOf(asking);
    const [user, link] = await Promise.all([users.get(userId), links.get(userId, provider)]);
    if (user === undefined || link === undefined)
      throw new NodError('not_found', 'There is no such link.', { params: { what: 'link' } });
    const roles = user.roles.filter((role) => !link.roles.includes(role));
    const named = (await upstreams.ofSubject(link.issuer, link.subject)).filter(
      ({ sessionId }) => sessionId !== own,
    );
    const signIns = named.map(({ sessionId }) => sessionId);
    const granted = await lists.goingOn(userId, signIns, now);
    const tokens = named.map((session) => upstreams.forget(link, session));
    const writes = [
      live.stillActive(asking, now),
      users.changeLink(user, { ...user, roles, credentialCount: user.credentialCount - 1 }),
      ...links.remove(link, now),
      activity.record({ userId, at: now, kind: 'link_removed', provider, ...whereOf(asking) }),
      ...tokens.slice(0, FORGOTTEN_AT_ONCE).flat(),
    ];
    await endSessionsWith(writes, db, sessions, granted, 'elsewhere', now);
    for (let at = FORGOTTEN_AT_ONCE; at < tokens.length; at += FORGOTTEN_AT_ONCE) {
      await db.write(...tokens.slice(at, at + FORGOTTEN_AT_ONCE).flat());
    }
  }
}

function lastSignInMethod(): NodError {
  return new NodError(
    'last_sign_in_method',
    'This is your last way in. Add a phone or another account first.',
    { params: { method: 'link' } },
  );
}
