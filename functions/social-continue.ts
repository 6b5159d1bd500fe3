import { socialContinueCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { endFlow } from '../shared/http/flow-cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { authorizationRequestStore } from '../shared/social/authorization-request-store.ts';
import { authorizationAwaitingInput } from '../shared/social/awaiting-input.ts';
import { authorizationCompletion } from '../shared/social/complete-authorization.ts';
import { linkingSession } from '../shared/social/linking-session.ts';
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
    const { viewer, now } = request;
    const { authorization: id, ...answer } = request.body;
    const authorization = await authorizationAwaitingInput(authorizations, id, request);
    const outcome = await completeAuthorization({
      provider: providerById(authorization.provider),
      authorization,
      linkingSession: await linkingSession(authorization, request, db),
      response: unsealed(authorization.sealed, authorization.sessionId),
      answers: { ...authorization.answers, ...answer },
      viewer,
      now,
    });
    return {
      status: 200,
      body: { status: outcome.status, next: authorization.next },
      cookies: [
        ...(outcome.status === 'approved' ? [outcome.cookie] : []),
        ...(outcome.status === 'question' ? [] : [endFlow('oidc', id)]),
      ],
    };
  });

export const handler = serve(socialContinue(database()));
