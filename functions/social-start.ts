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
import { ownPath } from '../shared/own-path.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { digest, newSecret } from '../shared/secrets.ts';
import { DANCE_SECONDS } from '../shared/social/dance.ts';
import { danceStore } from '../shared/social/dance-store.ts';
import { authorizationUrl, newDanceSecrets } from '../shared/social/openid.ts';
import { providerById } from '../shared/social/provider.ts';
import { callbackUrl } from '../shared/social/urls.ts';

/**
 * Sends the browser to the provider. What must come back with it waits in a row that is bound to this browser's
 * sign-in cookie, whose user is made up: who it will be is not known yet. With `?link`, a fresh session adds the
 * provider to its own account; `?as=json` says where to go instead of going there, for a page that may first have to
 * ask the phone.
 */
export const socialStart = (db: Database, dances = danceStore(db), limits = limitStore(db)) =>
  endpoint(socialStartCall, async (request) => {
    const { params, query, viewer, now } = request;
    const provider = providerById(params.provider);
    await limits.count(LIMITS.startsPerAddress, viewer.ip, now);
    const linker =
      query.link === undefined ? undefined : (await authenticateAs('fresh', request, db)).session;
    const dance = newDanceSecrets();
    const url = await authorizationUrl(provider, dance, callbackUrl(provider));

    const [sessionId, secret] = [newSessionId(), newSecret()];
    await db.write(
      dances.begin({
        ...dance,
        sessionId,
        secretHash: digest(secret),
        provider: provider.id,
        issuer: provider.issuer,
        next: ownPath(query.next, env.siteOrigin),
        ...(linker === undefined ? {} : { linking: { userId: linker.userId, sessionId: linker.id } }),
        endsAt: secondsAfter(now, DANCE_SECONDS),
      }),
    );
    count('Starts');
    const token = sessionToken({ userId: newUserId(), sessionId, secret });
    return {
      ...(query.as === 'json'
        ? { status: 200, body: { url: url.href } }
        : { status: 302, location: url.href }),
      cookies: [setCookie(SIGNIN_COOKIE, token, DANCE_SECONDS)],
    };
  });

export const handler = serve(socialStart(database()), { page: problemPage });
