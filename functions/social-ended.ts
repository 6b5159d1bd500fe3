import { socialEndedCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { endFlow, flowSecret } from '../shared/http/flow-cookies.ts';
import { problemPage } from '../shared/http/problem-page.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { isSameBrowser, noSuchAuthorizationRequest } from '../shared/social/authorization-request.ts';
import { authorizationRequestStore } from '../shared/social/authorization-request-store.ts';
import { providerById } from '../shared/social/provider.ts';
import { problemNotice } from '../web/notices/problem-notice.ts';

/**
 * The browser comes back from signing out at the provider. A state that is not of this browser's sign-out is
 * refused; some providers return none, and then there is nothing to do but to go home.
 */
export const socialEnded = (db: Database, authorizations = authorizationRequestStore(db)) =>
  endpoint(socialEndedCall, async ({ params, query, cookies, now }) => {
    const provider = providerById(params.provider);
    if (query.state === undefined) return { status: 302, location: '/' };
    const logout = await authorizations.spendLogout(query.state, now);
    const isOurs =
      logout !== undefined &&
      logout.provider === provider.id &&
      isSameBrowser(logout, flowSecret('oidc', logout.sessionId, cookies));
    if (!isOurs) throw noSuchAuthorizationRequest();
    return { status: 302, location: '/signin?reason=here', cookies: [endFlow('oidc', logout.sessionId)] };
  });

export const handler = serve(socialEnded(database()), { page: problemPage(problemNotice) });
