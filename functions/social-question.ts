import { socialQuestionCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { authorizationRequestStore } from '../shared/social/authorization-request-store.ts';
import { authorizationAwaitingInput } from '../shared/social/awaiting-input.ts';
import { providerById } from '../shared/social/provider.ts';

/** The pipeline's question that this browser is to answer. */
export const socialQuestion = (db: Database, authorizations = authorizationRequestStore(db)) =>
  endpoint(socialQuestionCall, async (request) => {
    const { authorization } = request.query;
    const { provider, question } = await authorizationAwaitingInput(authorizations, authorization, request);
    const { id, label } = providerById(provider);
    return { status: 200, body: { id, label, ...question } };
  });

export const handler = serve(socialQuestion(database()));
