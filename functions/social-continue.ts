import { socialContinueCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { clearCookie, SIGNIN_COOKIE } from '../shared/http/cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { authorizationRequestStore } from '../shared/social/authorization-request-store.ts';
import { authorizationAwaitingInput } from '../shared/social/awaiting-input.ts';
import { authorizationCompletion } from '../shared/social/complete-authorization.ts';
import { assertLinkingSession } from '../shared/social/linking-session.ts';
import { providerById } from '../shared/social/provider.ts';
import { unsealed } from '../shared/social/upstream.ts';

/**
 * Answers the pipeline's question, and runs the pipeline again. The question is spent in the same transaction as what
 * comes of it: of two answers one counts, and one that is refused, such as a name that is taken, can be given anew.
 */
export const socialContinue = (
  db: Database,
  authorizations = authorizationRequestStore(db),
  completeAuthorization = authorizationCompletion(db),
) =>
  endpoint(socialContinueCall, async (request) => {
    const { body, viewer, now } = request;
    const authorization = await authorizationAwaitingInput(authorizations, request);
    await assertLinkingSession(authorization, request, db);
    const provider = providerById(authorization.provider);
    const answers = { ...authorization.answers, ...body };
    const returned = unsealed(authorization.sealed, authorization.sessionId);
    const outcome = await completeAuthorization(
      { provider, authorization, response: returned, answers, viewer, now },
      [authorizations.resume(authorization, now)],
    );
    return {
      status: 200,
      body: { status: outcome.status, next: authorization.next },
      ...(outcome.status === 'approved' ? { cookies: [outcome.cookie] } : {}),
      ...(outcome.status === 'linked' ? { cookies: [clearCookie(SIGNIN_COOKIE)] } : {}),
    };
  });

export const handler = serve(socialContinue(database()));
