import { activityStore } from '../shared/activity/activity-store.ts';
import { socialLogoutCall } from '../shared/api/social.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { count } from '../shared/metrics.ts';
import { endFound, endSessions, type LiveSession } from '../shared/sessions/ending.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { verifiedLogoutToken } from '../shared/social/logout-token.ts';
import { logoutTokenStore } from '../shared/social/logout-token-store.ts';
import { keySetOf } from '../shared/social/metadata.ts';
import { providerById } from '../shared/social/provider.ts';
import { signedOutStore } from '../shared/social/signed-out-store.ts';
import { upstreamStore } from '../shared/social/upstream-store.ts';

/**
 * The provider says that a person signed out there: every session of theirs that it let in is over, also after a step-up,
 * and who is on the way from there is not let in.
 */
export const socialLogout = (
  db: Database,
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  upstreams = upstreamStore(db),
  tokens = logoutTokenStore(db),
  activities = activityStore(db),
  signedOut = signedOutStore(db),
) =>
  endpoint(socialLogoutCall, async ({ params, body, now }) => {
    const provider = providerById(params.provider);
    const { issuer } = provider;
    const token = await verifiedLogoutToken(body.logout_token, provider, keySetOf, now);
    const { jti, sid, subject } = token;
    if (await tokens.isUsed(issuer, jti)) throw used();
    // First, so that a session that is not found below cannot be written any more.
    await db.write(signedOut.note(issuer, token, now));

    // By the session there, and then only of the subject that the token names with it; or all of a subject.
    const keys =
      sid === undefined
        ? await upstreams.ofSubject(issuer, subject ?? '')
        : await upstreams.ofSid(issuer, sid);
    const named = keys.filter((key) => subject === undefined || key.subject === subject);
    const signIns = named.map(({ sessionId }) => sessionId);
    // An identity may have been another user's link before.
    for (const userId of new Set(named.map((key) => key.userId))) {
      count('RemoteEnds', await endFound(() => lists.goingOn(userId, signIns, now), endAll));
    }
    // Last, so that a provider that was answered with an error can send the token again.
    try {
      await db.write(tokens.use(issuer, jti, now));
    } catch (error) {
      throw error instanceof ConditionFailed ? used() : error;
    }
    return { status: 200 };

    function endAll(live: LiveSession[]): Promise<LiveSession[]> {
      return endSessions(db, sessions, live, 'provider', now, (batch) =>
        batch.map((session) => activities.ended(session, 'provider', now)),
      );
    }
  });

function used(): NodError {
  return new NodError('provider_refused', 'This logout token has been used already.');
}

// Providers wait for a few seconds only, and most do not send a logout token twice.
await prime('Sessions');

export const handler = serve(socialLogout(database()));
