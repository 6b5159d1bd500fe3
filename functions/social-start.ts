import { socialStartCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { env } from '../shared/env.ts';
import { freshUser } from '../shared/http/auth.ts';
import { beginFlow } from '../shared/http/flow-cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { newSessionId } from '../shared/ids.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { count } from '../shared/metrics.ts';
import { sameOriginPath } from '../shared/same-origin-path.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { digest, newSecret } from '../shared/secrets.ts';
import { signInOf } from '../shared/sessions/provenance.ts';
import { AUTHORIZATION_REQUEST_SECONDS } from '../shared/social/authorization-request.ts';
import { authorizationRequestStore } from '../shared/social/authorization-request-store.ts';
import { authorizationUrl, newAuthorizationSecrets } from '../shared/social/openid.ts';
import { providerById } from '../shared/social/provider.ts';
import { callbackUrl } from '../shared/social/urls.ts';

/**
 * Says where the browser goes to sign in. What must come back with it waits in a row that is bound to this browser by a
 * cookie of its own: who it will be is not known yet. With `link`, a fresh session adds the provider to its account.
 */
export const socialStart = (
  db: Database,
  authorizations = authorizationRequestStore(db),
  limits = limitStore(db),
) =>
  endpoint(socialStartCall, async (request) => {
    const { params, body, cookies, viewer, now } = request;
    const provider = providerById(params.provider);
    await limits.count(LIMITS.providerStartsPerAddress, viewer.ip, now);
    const linkingSession = body.link && (await freshUser('add_link', request, db)).session;
    const authorization = newAuthorizationSecrets();
    const url = await authorizationUrl(provider, authorization, callbackUrl(provider), body.again === true);

    const [sessionId, secret] = [newSessionId(), newSecret()];
    await db.write(
      authorizations.begin({
        ...authorization,
        sessionId,
        secretHash: digest(secret),
        provider: provider.id,
        issuer: provider.issuer,
        next: sameOriginPath(body.next, env.siteOrigin),
        ...(linkingSession === undefined
          ? {}
          : { linking: { userId: linkingSession.userId, sessionId: signInOf(linkingSession) } }),
        endsAt: secondsAfter(now, AUTHORIZATION_REQUEST_SECONDS),
      }),
    );
    count('Starts');
    const begun = { id: sessionId, secret, lasts: AUTHORIZATION_REQUEST_SECONDS };
    return { status: 200, body: { url: url.href }, cookies: beginFlow('oidc', begun, cookies, now) };
  });

export const handler = serve(socialStart(database()));
