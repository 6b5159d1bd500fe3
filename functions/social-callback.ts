import { socialCallbackCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endFlow, flowSecret } from '../shared/http/flow-cookies.ts';
import { problemPage } from '../shared/http/problem-page.ts';
import type { NodRequest } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import {
  isSameBrowser,
  noSuchAuthorizationRequest,
  type PendingAuthorization,
} from '../shared/social/authorization-request.ts';
import {
  type AuthorizationRequestStore,
  authorizationRequestStore,
} from '../shared/social/authorization-request-store.ts';
import { authorizationCompletion } from '../shared/social/complete-authorization.ts';
import { linkingSession } from '../shared/social/linking-session.ts';
import { identify } from '../shared/social/openid.ts';
import { type Provider, providerById } from '../shared/social/provider.ts';
import { callbackUrl, socialPage } from '../shared/social/urls.ts';
import { problemNotice } from '../web/notices/problem-notice.ts';

/**
 * The browser comes back from the provider. The authorization request is spent before anything else is looked at, so
 * that its state works once, whatever is wrong with the rest. The session is created approved, and the page completes
 * it with `login-complete` as any other: there the cookie gets a new secret, and an answer that got lost can be
 * repeated.
 */
export const socialCallback = (
  db: Database,
  authorizations = authorizationRequestStore(db),
  completeAuthorization = authorizationCompletion(db),
) =>
  endpoint(socialCallbackCall, async (request) => {
    const { params, query, viewer, now } = request;
    const provider = providerById(params.provider);
    const authorization = await spentAuthorization(authorizations, request, provider);
    const ended = endFlow('oidc', authorization.sessionId);
    try {
      const linking = await linkingSession(authorization, request, db);
      if (query.error === 'access_denied') throw deniedAtProvider(provider);
      const returnedTo = new URL(`?${new URLSearchParams(query)}`, callbackUrl(provider));
      const returned = await identify(provider, returnedTo, authorization, now);
      const outcome = await completeAuthorization({
        provider,
        authorization,
        linkingSession: linking,
        response: returned,
        answers: {},
        viewer,
        now,
      });
      return {
        status: 302,
        location: socialPage(outcome.status, authorization),
        cookies: [
          ...(outcome.status === 'approved' ? [outcome.cookie] : []),
          ...(outcome.status === 'question' ? [] : [ended]),
        ],
      };
    } catch (error) {
      if (!(error instanceof NodError)) throw error;
      const { code, message, details }: NodError = error;
      // Whoever links is signed in, and goes on where they came from.
      const backTo = authorization.linking === undefined ? {} : ({ backTo: '/account' } as const);
      throw new NodError(code, message, { ...details, ...backTo, cookies: [ended], cause: error });
    }
  });

/**
 * The authorization request of this state, if it is this browser's and with this provider; anything else is an attack
 * (mix-up, login CSRF) or out of date.
 */
async function spentAuthorization(
  authorizations: AuthorizationRequestStore,
  { query, cookies, now }: Pick<NodRequest<'social-callback'>, 'query' | 'cookies' | 'now'>,
  { id, issuer }: Provider,
): Promise<PendingAuthorization> {
  // API Gateway joins what came twice with a comma, which no state of ours contains.
  const states = (query.state ?? '').split(',');
  const [authorization, ...others] = await Promise.all(
    states.slice(0, 4).map((state) => authorizations.spend(state, now)),
  );
  const isOurs =
    authorization !== undefined &&
    others.length === 0 &&
    isSameBrowser(authorization, flowSecret('oidc', authorization.sessionId, cookies)) &&
    authorization.provider === id &&
    authorization.issuer === issuer;
  if (!isOurs) throw noSuchAuthorizationRequest();
  return authorization;
}

/** RFC 6749 §4.1.2.1: the person or the provider said no, and nobody can tell which of them. */
function deniedAtProvider({ label }: Provider): NodError {
  return new NodError(
    'provider_declined',
    `You came back from ${label} without signing in there. Nothing was changed.`,
    { params: { provider: label } },
  );
}

export const handler = serve(socialCallback(database()), { page: problemPage(problemNotice) });
