import { socialContinueCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { clearCookie, SIGNIN_COOKIE } from '../shared/http/cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { arrivals } from '../shared/social/arrival.ts';
import { danceStore } from '../shared/social/dance-store.ts';
import { assertLinkerIsHere } from '../shared/social/linker.ts';
import { pausedDance } from '../shared/social/paused-dance.ts';
import { providerById } from '../shared/social/provider.ts';
import { unsealed } from '../shared/social/upstream.ts';

/**
 * Answers what the way from the provider has stopped for, and goes on. The question is spent in the same
 * transaction as what comes of it: of two answers one counts, and one that is refused, such as a name that is
 * taken, can be given anew.
 */
export const socialContinue = (db: Database, dances = danceStore(db), arrive = arrivals(db)) =>
  endpoint(socialContinueCall, async (request) => {
    const { body, viewer, now } = request;
    const dance = await pausedDance(dances, request);
    await assertLinkerIsHere(dance, request, db);
    const provider = providerById(dance.provider);
    const answers = { ...dance.answers, ...body };
    const returned = unsealed(dance.sealed, dance.sessionId);
    const arrival = await arrive({ provider, dance, returned, answers, viewer, now }, [
      dances.resume(dance, now),
    ]);
    return {
      status: 200,
      body: { status: arrival.status, next: dance.next },
      ...(arrival.status === 'approved' ? { cookies: [arrival.cookie] } : {}),
      ...(arrival.status === 'linked' ? { cookies: [clearCookie(SIGNIN_COOKIE)] } : {}),
    };
  });

export const handler = serve(socialContinue(database()));
