/**
 * The end of a dance: the pipeline's outcome, written in one transaction with the session that it gives birth to.
 */
import { activityStore } from '../activity/activity-store.ts';
import type { Database, Write } from '../database.ts';
import { SIGNIN_COOKIE, sessionToken, setCookie } from '../http/cookies.ts';
import type { Viewer } from '../http/request.ts';
import { count } from '../metrics.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { bornApproved } from '../sessions/born-approved.ts';
import { browserFacts } from '../sessions/browser-facts.ts';
import { dueSession, dueSessionStore } from '../sessions/due-session-store.ts';
import { COMPLETION_SECONDS, REPEAT_SECONDS, type Session } from '../sessions/session.ts';
import { sessionStore } from '../sessions/session-store.ts';
import type { User } from '../users/user.ts';
import { userStore } from '../users/user-store.ts';
import type { Answers, Outbound, Paused, Question } from './dance.ts';
import { danceStore } from './dance-store.ts';
import { isQuestion, run, type Way } from './pipeline.ts';
import type { Provider } from './provider.ts';
import type { SocialLink } from './social-link.ts';
import { socialLinkStore } from './social-link-store.ts';
import { type Returned, sealed } from './upstream.ts';
import { upstreamStore } from './upstream-store.ts';

export type Arriving = {
  provider: Provider;
  dance: Outbound | Paused;
  returned: Returned;
  answers: Answers;
  viewer: Viewer;
  now: Date;
};

export type Arrival =
  | { status: 'question'; question: Question }
  /** The session is approved; this cookie completes it. */
  | { status: 'approved'; cookie: string }
  | { status: 'linked' };

/** How often the pipeline is gone through because what it had read has changed before it could write. */
const ATTEMPTS = 3;

export function arrivals(db: Database) {
  const [users, sessions, links] = [userStore(db), sessionStore(db), socialLinkStore(db)];
  const [dances, upstreams, activity] = [danceStore(db), upstreamStore(db), activityStore(db)];
  const dues = dueSessionStore(db);

  /**
   * Goes on as far as the pipeline goes. `spending` belongs to the transaction, and refuses all others of a race.
   */
  return async function arrive(arriving: Arriving, spending: Write[] = []): Promise<Arrival> {
    // Where somebody was faster, the pipeline says what that means, once it is gone through anew.
    return optimisticRetry(ATTEMPTS, () => arriveOnce(arriving, spending));
  };

  async function arriveOnce(arriving: Arriving, spending: Write[]): Promise<Arrival> {
    const { provider, dance, returned, answers, now } = arriving;
    const { identity } = returned;
    const linking = dance.linking?.userId;
    const start: Way = { provider, identity, answers, now, before: {}, ...(linking ? { linking } : {}) };
    const outcome = await run(start, { users, links });
    if (isQuestion(outcome)) {
      await db.write(dances.pause(paused(arriving, outcome)));
      return { status: 'question', question: outcome };
    }
    const { user, link } = outcome;
    if (user === undefined || link === undefined) throw new Error('the pipeline ended without a user');
    const kept = writesOf(outcome, user, link);
    if (linking !== undefined) {
      await db.write(...spending, ...kept);
      return { status: 'linked' };
    }
    const { session, secret } = born(arriving, user);
    const upstream = {
      sessionId: session.id,
      userId: user.id,
      provider: provider.id,
      tokens: returned.tokens,
    };
    await db.write(
      ...spending,
      ...kept,
      ...sessions.start(session),
      ...upstreams.keep(upstream, identity, session.lifetimeEndsAt ?? session.endsAt),
      ...(provider.revocation === 'none' ? [] : [dues.list(dueSession(session, provider.id, now))]),
    );
    if (outcome.before.user === undefined) count('Registrations');
    const token = sessionToken({ userId: user.id, sessionId: session.id, secret });
    return {
      status: 'approved',
      cookie: setCookie(SIGNIN_COOKIE, token, COMPLETION_SECONDS + REPEAT_SECONDS),
    };
  }

  /** What the pipeline has changed of user and link. */
  function writesOf({ before, now }: Way, user: User, link: SocialLink): Write[] {
    if (before.user === undefined) {
      return [users.takeName(user, now), users.create(user), ...links.tie(link)];
    }
    if (before.link === undefined) {
      return [
        users.changeLink(before.user, user),
        ...links.tie(link),
        activity.note({ userId: user.id, at: now, kind: 'link_added', provider: link.provider }),
      ];
    }
    const isChanged = String(user.roles) !== String(before.user.roles);
    return [...(isChanged ? [users.changeLink(before.user, user)] : []), links.refresh(link)];
  }
}

function paused({ dance, answers, returned }: Arriving, question: Question): Paused {
  const { sessionId, secretHash, provider, next, linking, endsAt } = dance;
  return {
    sessionId,
    secretHash,
    provider,
    next,
    ...(linking === undefined ? {} : { linking }),
    endsAt,
    question,
    answers,
    sealed: sealed(returned, sessionId),
  };
}

/** The session of design §2, born approved: by the provider's word, for a day. */
function born({ provider, dance, viewer, now }: Arriving, user: User): { session: Session; secret: string } {
  const way = {
    ...browserFacts(viewer, false),
    id: dance.sessionId,
    purpose: 'social',
    provider: provider.id,
    providerLabel: provider.label,
  } as const;
  return bornApproved(user, way, { lifetime: '24h' }, now);
}
