/**
 * The routes of the WebSocket API (DESIGN.md §5.3): from API Gateway's events, which are of an older form than those of
 * the HTTP API, to the handlers. A connection is let in as a call is: by way, origin and cookie, in this order.
 */
import { currentTime } from '../clock.ts';
import { NodError } from '../errors.ts';
import type { TriggerName } from '../routes.ts';
import { serveTrigger, type Triggered, triggered } from '../trigger.ts';
import { parseCookies } from './cookies.ts';
import { assertViaCloudFront } from './origin-secret.ts';
import { assertFromOwnPage } from './own-page.ts';
import { addressOf } from './place.ts';
import { problemResponse } from './problem.ts';
import type { Cookies } from './request.ts';
import { noteRefusal } from './security-log.ts';

/** What is read of a `$connect` event (API Gateway Developer Guide, "Integration requests" of WebSocket APIs). */
export type ConnectEvent = {
  /** Spelt as they came. */
  multiValueHeaders: Readonly<Record<string, readonly string[]>>;
  queryStringParameters?: Readonly<Record<string, string | undefined>> | undefined;
  requestContext: {
    routeKey: '$connect';
    connectionId: string;
    requestId: string;
    /** Epoch milliseconds. */
    requestTimeEpoch: number;
    identity: { sourceIp: string };
  };
};

/** What is read of a `$disconnect` event, which comes when a connection has closed, or mostly. */
export type DisconnectEvent = {
  requestContext: { routeKey: '$disconnect'; connectionId: string; requestId: string };
};

/** A connection that wants to be opened. */
export type Connecting = {
  connectionId: string;
  query: Readonly<Record<string, string | undefined>>;
  cookies: Cookies;
  ip: string;
  now: Date;
};

/** The status by which API Gateway opens a connection, or refuses it; no page sees more of the answer. */
export type ConnectAnswer = { statusCode: number };

/** The Lambda handler of `$connect`. What is not a refusal is noted, thrown on, and 500 to the page. */
export function serveConnect<N extends TriggerName>({ name, handle }: Triggered<N, Connecting, void>) {
  return serveTrigger(
    triggered(name, async (event: ConnectEvent): Promise<ConnectAnswer> => {
      const headers = headersOf(event);
      const { connectionId, requestId, requestTimeEpoch, identity } = event.requestContext;
      const cookies = parseCookies([headers.cookie ?? '']);
      const ip = addressOf(headers) ?? identity.sourceIp;
      try {
        assertViaCloudFront(headers);
        assertFromOwnPage(headers);
        const now = currentTime(new Date(requestTimeEpoch));
        await handle({ connectionId, query: event.queryStringParameters ?? {}, cookies, ip, now });
        return { statusCode: 200 };
      } catch (error) {
        const { statusCode } = problemResponse(error);
        if (!(error instanceof NodError) || statusCode >= 500) throw error;
        const isDirect = error.code === 'direct_access_refused';
        noteRefusal(error, () => ({
          route: name,
          requestId,
          ip: isDirect ? identity.sourceIp : ip,
          cookies,
        }));
        return { statusCode };
      }
    }),
  );
}

/** In lower case, and several of one name joined, as the HTTP API hands them on. */
function headersOf({ multiValueHeaders }: ConnectEvent): Record<string, string | undefined> {
  const headers: Record<string, string | undefined> = {};
  for (const [spelt, values] of Object.entries(multiValueHeaders)) {
    const name = spelt.toLowerCase();
    const all = [headers[name] ?? [], values].flat();
    headers[name] = all.join(name === 'cookie' ? '; ' : ',');
  }
  return headers;
}
