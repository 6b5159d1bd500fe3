import { socialCallbackCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { parseSessionToken, SIGNIN_COOKIE } from '../shared/http/cookies.ts';
import { problemPage } from '../shared/http/problem-page.ts';
import type { NodRequest } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { arrivals } from '../shared/social/arrival.ts';
import { isSameBrowser, noSuchDance, type Outbound } from '../shared/social/dance.ts';
import { type DanceStore, danceStore } from '../shared/social/dance-store.ts';
import { assertLinkerIsHere } from '../shared/social/linker.ts';
import { identify } from '../shared/social/openid.ts';
import { type Provider, providerById } from '../shared/social/provider.ts';
import { callbackUrl, socialPage } from '../shared/social/urls.ts';

/**
 * The browser comes back from the provider. The dance is spent before anything else is looked at, so that
 * whatever is wrong with the rest, nothing can be tried twice. The session is born approved, and the page
 * completes it with `login-complete` as any other: there the cookie gets a new secret, and an answer that got
 * lost can be repeated.
 */
export const socialCallback = (db: Database, dances = danceStore(db), arrive = arrivals(db)) =>
  endpoint(socialCallbackCall, async (request) => {
    const { params, query, viewer, now } = request;
    const provider = providerById(params.provider);
    const dance = await spentDance(dances, request, provider);
    await assertLinkerIsHere(dance, request, db);
    try {
      if (query.error === 'access_denied') throw turnedBack(provider);
      const returnedTo = new URL(`?${new URLSearchParams(query)}`, callbackUrl(provider));
      const returned = await identify(provider, returnedTo, dance, now);
      const arrival = await arrive({ provider, dance, returned, answers: {}, viewer, now });
      return {
        status: 302,
        location: socialPage(arrival.status, dance.next),
        ...(arrival.status === 'approved' ? { cookies: [arrival.cookie] } : {}),
      };
    } catch (error) {
      throw dance.linking === undefined ? error : ofAccount(error);
    }
  });

/** The dance of this state, if it is this browser's, and with this provider: anything else is a mix-up. */
async function spentDance(
  dances: DanceStore,
  { query, cookies, now }: Pick<NodRequest<'social-callback'>, 'query' | 'cookies' | 'now'>,
  { id, issuer }: Provider,
): Promise<Outbound> {
  // API Gateway joins what came twice with a comma, which no state of ours contains.
  const states = (query.state ?? '').split(',');
  const [dance, ...others] = await Promise.all(states.slice(0, 4).map((state) => dances.spend(state, now)));
  const cookie = parseSessionToken(cookies[SIGNIN_COOKIE]);
  const isOurs =
    dance !== undefined &&
    others.length === 0 &&
    isSameBrowser(dance, cookie) &&
    dance.provider === id &&
    dance.issuer === issuer;
  if (!isOurs) throw noSuchDance();
  return dance;
}

/** RFC 6749 §4.1.2.1: the person or the provider said no, and nobody can tell which of them. */
function turnedBack({ label }: Provider): NodError {
  return new NodError(
    'provider_refused',
    `You came back from ${label} without signing in there. Nothing was changed.`,
  );
}

/** Whoever links is signed in, and goes on where they came from. */
function ofAccount(error: unknown): unknown {
  if (!(error instanceof NodError)) return error;
  return new NodError(error.code, error.message, { ...error.details, backTo: '/account', cause: error });
}

export const handler = serve(socialCallback(database()), { page: problemPage });
