import { socialStartCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { env } from '../shared/env.ts';
import { authenticateAs } from '../shared/http/auth.ts';
import { SIGNIN_COOKIE, sessionToken, setCookie } from '../shared/http/cookies.ts';
import { problemPage } from '../shared/http/problem-page.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { newSessionId, newUserId } from '../shared/ids.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { count } from '../shared/metrics.ts';
import { sameOriginPath } from '../shared/same-origin-path.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { digest, newSecret } from '../shared/secrets.ts';
import { AUTHORIZATION_REQUEST_SECONDS } from '../shared/social/authorization-request.ts';
import { authorizationRequestStore } from '../shared/social/authorization-request-store.ts';
import { authorizationUrl, newAuthorizationSecrets } from '../shared/social/openid.ts';
import { providerById } from '../shared/social/provider.ts';
import { callbackUrl } from '../shared/social/urls.ts';

/**
 * Sends the browser to the provider. What must come back with it waits in a row that is bound to this browser's
 * sign-in cookie, whose user is made up: who it will be is not known yet. With `?link`, a fresh session adds the
 * provider to its own account; `?as=json` says where to go instead of going there, for a page that may first have to
 * ask the phone.
 */
export const socialStart = (
  db: Database,
  authorizations = authorizationRequestStore(db),
  limits = limitStore(db),
) =>
  endpoint(socialStartCall, async (request) => {
    const { params, query, viewer, now } = request;
    const provider = providerById(params.provider);
    await limits.count(LIMITS.startsPerAddress, viewer.ip, now);
    const linkingSession =
      query.link === undefined ? undefined : (await authenticateAs('fresh', request, db)).session;
    const authorization = newAuthorizationSecrets();
    const url = await authorizationUrl(provider, authorization, callbackUrl(provider));

    const [sessionId, secret] = [newSessionId(), newSecret()];
    await db.write(
      authorizations.begin({
        ...authorization,
        sessionId,
        secretHash: digest(secret),
        provider: provider.id,
        issuer: provider.issuer,
        next: sameOriginPath(query.next, env.siteOrigin),
        ...(linkingSession === undefined
          ? {}
          : { linking: { userId: linkingSession.userId, sessionId: linkingSession.id } }),
        endsAt: secondsAfter(now, AUTHORIZATION_REQUEST_SECONDS),
      }),
    );
    count('Starts');
    const token = sessionToken({ userId: newUserId(), sessionId, secret });
    return {
      ...(query.as === 'json'
        ? { status: 200, body: { url: url.href } }
        : { status: 302, location: url.href }),
      cookies: [setCookie(SIGNIN_COOKIE, token, AUTHORIZATION_REQUEST_SECONDS)],
    };
  });

export const handler = serve(socialStart(database()), { page: problemPage });
