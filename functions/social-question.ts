import { socialQuestionCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { danceStore } from '../shared/social/dance-store.ts';
import { pausedDance } from '../shared/social/paused-dance.ts';
import { providerById } from '../shared/social/provider.ts';

/** What the way from the provider has stopped for, in this browser. */
export const socialQuestion = (db: Database, dances = danceStore(db)) =>
  endpoint(socialQuestionCall, async (request) => {
    const { provider, question } = await pausedDance(dances, request);
    const { id, label } = providerById(provider);
    return { status: 200, body: { id, label, ...question } };
  });

export const handler = serve(socialQuestion(database()));
