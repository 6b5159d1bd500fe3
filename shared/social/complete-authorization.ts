/**
 * Completes an authorization: runs the pipeline, and writes its outcome in one transaction with the new session.
 */
import { activityStore } from '../activity/activity-store.ts';
import type { Database, Write } from '../database.ts';
import { SIGNIN_COOKIE, sessionToken, setCookie } from '../http/cookies.ts';
import type { Viewer } from '../http/request.ts';
import { count } from '../metrics.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { createApprovedSession } from '../sessions/approved-session.ts';
import { browserFacts } from '../sessions/browser-facts.ts';
import { recheckOf, recheckStore } from '../sessions/recheck-store.ts';
import { COMPLETION_SECONDS, REPEAT_SECONDS, type Session } from '../sessions/session.ts';
import { sessionStore } from '../sessions/session-store.ts';
import type { User } from '../users/user.ts';
import { userStore } from '../users/user-store.ts';
import type { Answers, AwaitingInput, PendingAuthorization, Question } from './authorization-request.ts';
import { authorizationRequestStore } from './authorization-request-store.ts';
import { isQuestion, type PipelineState, run } from './pipeline.ts';
import type { Provider } from './provider.ts';
import type { SocialLink } from './social-link.ts';
import { socialLinkStore } from './social-link-store.ts';
import { type ProviderResponse, sealed } from './upstream.ts';
import { upstreamStore } from './upstream-store.ts';

export type CompletionInput = {
  provider: Provider;
  authorization: PendingAuthorization | AwaitingInput;
  response: ProviderResponse;
  answers: Answers;
  viewer: Viewer;
  now: Date;
};

export type AuthorizationOutcome =
  | { status: 'question'; question: Question }
  /** The session is approved; this cookie completes it. */
  | { status: 'approved'; cookie: string }
  | { status: 'linked' };

/** How often the pipeline is gone through because what it had read has changed before it could write. */
const ATTEMPTS = 3;

export function authorizationCompletion(db: Database) {
  const [users, sessions, links] = [userStore(db), sessionStore(db), socialLinkStore(db)];
  const [authorizations, upstreams, activity] = [
    authorizationRequestStore(db),
    upstreamStore(db),
    activityStore(db),
  ];
  const rechecks = recheckStore(db);

  /**
   * Runs the pipeline to its end or its first question. `spending` is written in the same transaction: by its
   * conditions one of two concurrent answers wins.
   */
  return async function completeAuthorization(
    input: CompletionInput,
    spending: Write[] = [],
  ): Promise<AuthorizationOutcome> {
    // Where somebody was faster, the pipeline says what that means, once it is gone through anew.
    return optimisticRetry(ATTEMPTS, () => completeOnce(input, spending));
  };

  async function completeOnce(input: CompletionInput, spending: Write[]): Promise<AuthorizationOutcome> {
    const { provider, authorization, response: returned, answers, now } = input;
    const { identity } = returned;
    const linking = authorization.linking?.userId;
    const start: PipelineState = {
      provider,
      identity,
      answers,
      now,
      before: {},
      ...(linking ? { linking } : {}),
    };
    const outcome = await run(start, { users, links });
    if (isQuestion(outcome)) {
      await db.write(authorizations.awaitInput(awaitingInput(input, outcome)));
      return { status: 'question', question: outcome };
    }
    const { user, link } = outcome;
    if (user === undefined || link === undefined) throw new Error('the pipeline ended without a user');
    const kept = writesOf(outcome, user, link);
    if (linking !== undefined) {
      await db.write(...spending, ...kept);
      return { status: 'linked' };
    }
    const { session, secret } = approvedSession(input, user);
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
      ...(provider.revocation === 'none' ? [] : [rechecks.list(recheckOf(session, provider.id, now))]),
    );
    if (outcome.before.user === undefined) count('Registrations');
    const token = sessionToken({ userId: user.id, sessionId: session.id, secret });
    return {
      status: 'approved',
      cookie: setCookie(SIGNIN_COOKIE, token, COMPLETION_SECONDS + REPEAT_SECONDS),
    };
  }

  /** What the pipeline has changed of user and link. */
  function writesOf({ before, now }: PipelineState, user: User, link: SocialLink): Write[] {
    if (before.user === undefined) {
      return [...users.takeName(user, now), users.create(user), ...links.create(link)];
    }
    if (before.link === undefined) {
      return [
        users.changeLink(before.user, user),
        ...links.create(link),
        activity.record({ userId: user.id, at: now, kind: 'link_added', provider: link.provider }),
      ];
    }
    const isChanged = String(user.roles) !== String(before.user.roles);
    return [...(isChanged ? [users.changeLink(before.user, user)] : []), links.refresh(link)];
  }
}

function awaitingInput(
  { authorization, answers, response: returned }: CompletionInput,
  question: Question,
): AwaitingInput {
  const { sessionId, secretHash, provider, next, linking, endsAt } = authorization;
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

/** The session of DESIGN.md §2, created approved: by the provider's word, for a day. */
function approvedSession(
  { provider, authorization, viewer, now }: CompletionInput,
  user: User,
): { session: Session; secret: string } {
  const start = {
    ...browserFacts(viewer, false),
    id: authorization.sessionId,
    purpose: 'social',
    provider: provider.id,
    providerLabel: provider.label,
  } as const;
  return createApprovedSession(user, start, { lifetime: '24h' }, now);
}
