/** Signing out at the provider, too, once the session here is over: nothing that goes wrong there matters here. */
import type { Database } from '../database.ts';
import { SIGNIN_COOKIE, sessionToken, setCookie } from '../http/cookies.ts';
import { newSessionId, newUserId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import { digest, newSecret } from '../secrets.ts';
import type { Session } from '../sessions/session.ts';
import { DANCE_SECONDS } from './dance.ts';
import { danceStore } from './dance-store.ts';
import { note } from './note.ts';
import { endSessionUrl, revoke } from './openid.ts';
import { providers } from './provider.ts';
import { upstreamStore } from './upstream-store.ts';
import { endedUrl } from './urls.ts';

/**
 * Revokes the session's tokens where the configuration says so, and says where the browser goes to sign out
 * there, with the cookie that its return is bound to; `undefined` where there is nowhere to go.
 */
export async function leave(
  db: Database,
  session: Session,
  now: Date,
): Promise<{ url: string; cookie: string } | undefined> {
  const provider = providers().find(({ id }) => id === session.provider);
  if (provider === undefined) return undefined;
  try {
    const upstream = await upstreamStore(db).get(session.id);
    if (upstream === undefined) return undefined;
    const { tokens } = upstream;
    const revoking = provider.logout.revoke
      ? revoke(provider, tokens).catch((error: unknown) => note(provider.id, error))
      : undefined;
    const going = provider.logout.browser ? await goTo(tokens.idToken) : undefined;
    await revoking;
    return going;
  } catch (error) {
    note(provider.id, error);
    return undefined;
  }

  async function goTo(idToken: string | undefined) {
    if (provider === undefined) return undefined;
    const [state, secret, sessionId] = [newSecret(), newSecret(), newSessionId()];
    const url = await endSessionUrl(provider, { idToken, returnTo: endedUrl(provider), state });
    if (url === undefined) return undefined;
    const endsAt = secondsAfter(now, DANCE_SECONDS);
    await db.write(
      danceStore(db).leave(state, { sessionId, secretHash: digest(secret), provider: provider.id, endsAt }),
    );
    const token = sessionToken({ userId: newUserId(), sessionId, secret });
    return { url: url.href, cookie: setCookie(SIGNIN_COOKIE, token, DANCE_SECONDS) };
  }
}
