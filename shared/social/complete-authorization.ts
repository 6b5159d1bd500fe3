/**
 * Completes an authorization: runs the pipeline, and writes its outcome in one transaction with the new session.
 */
import { browserOf, whereOf } from '../activity/activity.ts';
import { activityStore } from '../activity/activity-store.ts';
import type { Database, Write } from '../database.ts';
import { ConditionFailed, NodError } from '../errors.ts';
import { SIGNIN_COOKIE, sessionToken, setCookie } from '../http/cookies.ts';
import type { Viewer } from '../http/request.ts';
import { count } from '../metrics.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { peopleIndexStore } from '../search/people-index-store.ts';
import { fromSeconds } from '../seconds.ts';
import { createApprovedSession } from '../sessions/approved-session.ts';
import { browserFacts } from '../sessions/browser-facts.ts';
import { liveSessionStore } from '../sessions/live-session-store.ts';
import { linkApprover, provenanceOf } from '../sessions/provenance.ts';
import { recheckOf, recheckStore } from '../sessions/recheck-store.ts';
import { COMPLETION_SECONDS, REPEAT_SECONDS, type Session } from '../sessions/session.ts';
import { sessionStore } from '../sessions/session-store.ts';
import type { User } from '../users/user.ts';
import { userStore } from '../users/user-store.ts';
import {
  type Answers,
  type AwaitingInput,
  begunAt,
  type PendingAuthorization,
  type Question,
} from './authorization-request.ts';
import { authorizationRequestStore } from './authorization-request-store.ts';
import { isQuestion, type PipelineState, run } from './pipeline.ts';
import type { Provider } from './provider.ts';
import { signedOutStore } from './signed-out-store.ts';
import type { SocialLink } from './social-link.ts';
import { socialLinkStore } from './social-link-store.ts';
import { type ProviderResponse, sealed } from './upstream.ts';
import { upstreamStore } from './upstream-store.ts';

export type CompletionInput = {
  provider: Provider;
  authorization: PendingAuthorization | AwaitingInput;
  /** The session that adds the provider to its account; absent when it is a sign-in. */
  linkingSession: Session | undefined;
  response: ProviderResponse;
  answers: Answers;
  viewer: Viewer;
  now: Date;
};

export type AuthorizationOutcome =
  | { status: 'question' }
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
  const [rechecks, live, signedOut] = [recheckStore(db), liveSessionStore(db), signedOutStore(db)];
  const people = peopleIndexStore(db);

  /**
   * Runs the pipeline to its end or its first question. A question that it had stopped for is spent in the same
   * transaction: of two concurrent answers one wins.
   */
  return async function completeAuthorization(input: CompletionInput): Promise<AuthorizationOutcome> {
    // Where somebody was faster, the pipeline says what that means, once it is gone through anew.
    return optimisticRetry(ATTEMPTS, () => completeOnce(input));
  };

  async function completeOnce(input: CompletionInput): Promise<AuthorizationOutcome> {
    const { provider, authorization, linkingSession, response: returned, answers, now } = input;
    const { identity } = returned;
    const start: PipelineState = {
      provider,
      identity,
      answers,
      now,
      before: {},
      ...(linkingSession ? { linking: linkingSession.userId } : {}),
    };
    const outcome = await run(start, { users, links });
    if (isQuestion(outcome)) {
      await written([[[authorizations.awaitInput(awaitingInput(input, outcome), now)], answered]]);
      return { status: 'question' };
    }
    const { user, link } = outcome;
    if (user === undefined || link === undefined) throw new Error('the pipeline ended without a user');
    const spent: Held = [
      isAwaitingInput(authorization) ? [authorizations.resume(authorization, now)] : [],
      answered,
    ];
    if (linkingSession !== undefined) {
      await written(
        [spent, [[live.stillActive(linkingSession, now)], notSignedIn]],
        writesOf(outcome, user, link, linkingSession),
      );
      return { status: 'linked' };
    }
    const { session, secret } = approvedSession(input, user, link);
    const upstream = {
      sessionId: session.id,
      userId: user.id,
      provider: provider.id,
      tokens: returned.tokens,
    };
    await written(
      [spent, [signedOut.notSince(identity, begunAt(authorization)), () => signedOutThere(provider)]],
      [
        ...writesOf(outcome, user, link, session),
        ...sessions.start(session),
        ...upstreams.keep(upstream, identity, session.lifetimeEndsAt ?? session.endsAt),
        ...(provider.revocation === 'none' ? [] : [rechecks.list(recheckOf(session, provider.id, now))]),
      ],
    );
    if (outcome.before.user === undefined) count('Registrations');
    const token = sessionToken({ userId: user.id, sessionId: session.id, secret });
    return {
      status: 'approved',
      cookie: setCookie(SIGNIN_COOKIE, token, COMPLETION_SECONDS + REPEAT_SECONDS),
    };
  }

  /** Writes all or nothing; where a write that others are held to is refused, it is so for its own reason. */
  async function written(held: Held[], writes: Write[] = []): Promise<void> {
    const conditions = held.flatMap(([of]) => of);
    try {
      await db.write(...conditions, ...writes);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const refused = new Set(conditions.filter((_, at) => error.failed[at]));
      const reason = held.find(([of]) => of.some((write) => refused.has(write)))?.[1];
      throw reason?.() ?? error;
    }
  }

  /** What the pipeline has changed of user and link, where a new link is the work of `session`. */
  function writesOf({ before, now }: PipelineState, user: User, link: SocialLink, session: Session): Write[] {
    const maker = provenanceOf(session);
    const entry = { userId: user.id, at: now, provider: link.provider };
    if (before.user === undefined) {
      return [
        ...users.takeName(user, now),
        users.create(user),
        ...people.add({ userId: user.id, username: user.username, displayName: user.displayName }),
        ...links.create({ ...link, ...maker }),
        activity.record({ ...entry, kind: 'registered', ...browserOf(session) }),
      ];
    }
    if (before.link === undefined) {
      return [
        users.changeLink(before.user, user),
        ...links.create({ ...link, ...maker }),
        activity.record({ ...entry, kind: 'link_added', ...whereOf(session) }),
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
    asked: isAwaitingInput(authorization) ? authorization.asked + 1 : 1,
    answers,
    sealed: sealed(returned, sessionId),
  };
}

/** The session of DESIGN.md §2, created approved: by the provider's word, for a day. */
function approvedSession(
  { provider, authorization, response: { identity }, viewer, now }: CompletionInput,
  user: User,
  link: SocialLink,
): { session: Session; secret: string } {
  const start = {
    ...browserFacts(viewer, false),
    id: authorization.sessionId,
    purpose: 'social',
    provider: provider.id,
    providerLabel: provider.label,
    link: linkApprover(link),
    ...(identity.authTime === undefined ? {} : { authTime: fromSeconds(identity.authTime) }),
  } as const;
  return createApprovedSession(user, start, { lifetime: '24h' }, now);
}

/** Conditions that a transaction is held to, and what it means where one of them is refused. */
type Held = [conditions: Write[], reason: () => NodError];

const isAwaitingInput = (
  authorization: PendingAuthorization | AwaitingInput,
): authorization is AwaitingInput => 'asked' in authorization;

function answered(): NodError {
  return new NodError('conflict', 'This was answered already. Look again and decide.');
}

function notSignedIn(): NodError {
  return new NodError('not_signed_in', 'Sign in first.');
}

function signedOutThere({ label }: Provider): NodError {
  return new NodError(
    'signed_out_there',
    `You have signed out at ${label} in the meantime. Nothing was changed. Start again.`,
    { params: { provider: label } },
  );
}
