/**
 * From an API Gateway event (payload format 2.0) to a handler and back: the only file that knows middy and
 * API Gateway. Every function is wrapped alike, in this order: way, origin, content type, caller, body.
 */
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as v from 'valibot';
import type { Call, Schema } from '../api/route.ts';
import { currentTime } from '../clock.ts';
import { NodError } from '../errors.ts';
import { log } from '../log.ts';
import type { ROUTES, RouteName } from '../routes.ts';
import { authenticate } from './auth.ts';
import { parseCookies } from './cookies.ts';
import { assertViaCloudFront } from './origin-secret.ts';
import { assertFromOwnPage } from './own-page.ts';
import { addressOf, placeOf } from './place.ts';
import { type ProblemResponse, problemResponse } from './problem.ts';
import type { Reader } from './problem-page.ts';
import type { Answer, AnyCaller, Incoming, NodRequest, Viewer } from './request.ts';
import { noteRefusal, type RefusedCall } from './security-log.ts';

/** More than any body that Nod takes; API Gateway itself stops at 10 MB. */
const MOST_BODY_BYTES = 64 * 1024;

/** A route's handler, without its wiring: what tests call with dependencies of their own. */
export type Endpoint<N extends RouteName> = {
  name: N;
  call: Call;
  handle(request: NodRequest<N>): Promise<Answer<N>>;
};

/** Declares the handler of a route, which gets its input as the call's schemas make it. */
export function endpoint<N extends RouteName>(
  call: Call & { name: N },
  handle: (request: NodRequest<N>) => Promise<Answer<N>>,
): Endpoint<N> {
  return { name: call.name, call, handle };
}

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;
type Step = middy.MiddlewareObj<Event, Result>;

/** How a problem is told to a browser that came by itself, for the few routes where one does. */
type Options = { page?: (thrown: unknown, reader: Reader) => ProblemResponse };

/** The Lambda handler of an endpoint. */
export function serve<N extends RouteName>(endpoint: Endpoint<N>, options: Options = {}) {
  return served(endpoint, authenticate, options);
}

/** Routes that everybody may call. */
type Unasked = { [N in RouteName]: (typeof ROUTES)[N]['auth'] extends 'open' | 'any' ? N : never }[RouteName];

/**
 * The same for a route that everybody may call, without what it takes to find out who calls: the bundle has no writes,
 * and so need not have the SDK.
 */
export function serveAnybody<N extends Unasked>(endpoint: Endpoint<N>) {
  return served(endpoint, async () => undefined);
}

function served<N extends RouteName>(
  { name, call, handle }: Endpoint<N>,
  callerOf: (incoming: Incoming) => Promise<AnyCaller>,
  { page }: Options = {},
) {
  return middy<Event, Result>(IN_TIME)
    .use(answersProblems(name, page))
    .use(viaCloudFrontOnly())
    .use(sameOriginOnly(call))
    .use(fittingBodyOnly(call))
    .handler(async (event) => {
      const incoming = toIncoming(event, call);
      const caller = await callerOf(incoming);
      const body = parseBody(event, call);
      const params = call.params === undefined ? incoming.params : parseParams(call.params, incoming.params);
      const query = call.query === undefined ? incoming.query : parseInput(call.query, incoming.query);
      return toResult(await handle({ ...incoming, caller, params, query, body } as NodRequest<N>));
    });
}

/**
 * Answers before Lambda would end the call with a bare 500: what is done stays, and a repeat goes on. A function that
 * is busy with its share of a processor notices late that it is time, so there is a second and a half for that.
 */
const IN_TIME = {
  timeoutEarlyInMillis: 1500,
  timeoutEarlyResponse(): never {
    throw new NodError('store_unavailable', 'This took too long. Try again in a moment.', { retryAfter: 1 });
  },
};

/** Turns what was thrown into a problem, and notes what was not meant to be thrown. */
function answersProblems(name: RouteName, page: Options['page']): Step {
  return {
    onError(request) {
      const { headers, cookies } = request.event;
      const takesPage = headers?.accept?.includes('text/html');
      const response =
        takesPage && page
          ? page(request.error, {
              cookies: parseCookies(cookies ?? []),
              acceptLanguage: headers['accept-language'],
            })
          : problemResponse(request.error);
      if (response.statusCode >= 500) {
        log('error', {
          route: name,
          requestId: request.event.requestContext?.requestId,
          status: response.statusCode,
          error: describe(request.error),
        });
      }
      const { error, event } = request;
      if (error instanceof NodError) noteRefusal(error, () => refusedCall(name, event, error));
      request.response = response;
    },
  };
}

/** What the security log is told of a call. What did not come through CloudFront may say any address in its headers. */
function refusedCall(route: RouteName, event: Event, { code }: NodError): RefusedCall {
  const { requestId, http } = event.requestContext;
  const ip = code === 'direct_access_refused' ? http.sourceIp : viewerOf(event).ip;
  return { route, requestId, ip, cookies: parseCookies(event.cookies ?? []) };
}

/** Names and messages along the causes: enough to find the fault, and never a header or a body. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = `${error.name}: ${error.message}`;
  return error.cause === undefined ? `${own}\n${error.stack ?? ''}` : `${own} ← ${describe(error.cause)}`;
}

/** Comes first, because the steps after it trust what CloudFront says. */
function viaCloudFrontOnly(): Step {
  return { before: ({ event }) => assertViaCloudFront(event.headers) };
}

/** Writes come from our own pages only. */
function sameOriginOnly(route: Call): Step {
  return {
    before({ event }) {
      if (route.method === 'GET' || route.form) return;
      assertFromOwnPage(event.headers);
    },
  };
}

/** A body is JSON, or a form or bytes where the route takes such; it says so, and is not huge (DESIGN.md §6.8). */
function fittingBodyOnly(route: Call): Step {
  return {
    before({ event }) {
      if (route.method === 'GET') return;
      const hasBody = event.body !== undefined && event.body !== '';
      const type = event.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      const { bytes } = route;
      const expected =
        bytes !== undefined
          ? `${bytes.type}…`
          : route.form
            ? 'application/x-www-form-urlencoded'
            : 'application/json';
      const fits = bytes === undefined ? type === expected : type?.startsWith(bytes.type);
      if ((hasBody || bytes !== undefined || route.body !== undefined) && !fits) {
        throw new NodError('unsupported_media_type', `Send content-type: ${expected}.`);
      }
      const most = bytes?.most ?? MOST_BODY_BYTES;
      if (bodyBytes(event) > most) throw new NodError('too_large', `Send at most ${most / 1024} kB.`);
    },
  };
}

function bodyBytes({ body = '', isBase64Encoded }: Event): number {
  return Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8');
}

function bodyText({ body = '', isBase64Encoded }: Event): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

function parseBody(event: Event, { body: schema, form, bytes }: Call): unknown {
  if (bytes !== undefined) return Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (schema === undefined) return undefined;
  if (form) return parseInput(schema, Object.fromEntries(new URLSearchParams(bodyText(event))));
  let json: unknown;
  try {
    json = JSON.parse(bodyText(event));
  } catch {
    throw new NodError('invalid_json', 'The body is not JSON.');
  }
  // To a schema whose fields are all optional a list is an object, too.
  if (Array.isArray(json)) throw new NodError('invalid_input', 'The body is a JSON object.');
  return parseInput(schema, json);
}

/** What a schema makes of an input. @throws {NodError} `invalid_input` with the first field that is off */
export function parseInput<S extends Schema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue);
  const missing = issue.input === undefined && field !== null;
  throw new NodError('invalid_input', missing ? `The field ${field} is missing.` : issue.message, {
    ...(field === null ? {} : { field }),
  });
}

/** The same of a path, where what has not the form of an id (`v.guard`) names nothing: 404 `not_found`. */
function parseParams<S extends Schema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [{ type, message }] = result.issues;
  throw type === 'guard'
    ? new NodError('not_found', message, { params: { what: 'thing' } })
    : new NodError('invalid_input', message);
}

function toIncoming(event: Event, route: Call): Incoming {
  const { headers, requestContext } = event;
  const receivedAt = new Date(requestContext.timeEpoch);
  const key = headers['idempotency-key'];
  if (key !== undefined && (key === '' || key.length > 200)) {
    throw new NodError('invalid_input', 'An Idempotency-Key has 1 to 200 characters.', {
      field: 'Idempotency-Key',
    });
  }
  return {
    route,
    params: Object.fromEntries(
      Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']),
    ),
    query: Object.fromEntries(
      Object.entries(event.queryStringParameters ?? {}).map(([name, value]) => [name, value ?? '']),
    ),
    cookies: parseCookies(event.cookies ?? []),
    viewer: viewerOf(event),
    idempotencyKey: key,
    ifNoneMatch: headers['if-none-match'],
    receivedAt,
    now: currentTime(receivedAt),
  };
}

/** CloudFront adds these headers and overwrites what a client sends under their names. */
function viewerOf({ headers, requestContext }: Event): Viewer {
  return {
    ip: addressOf(headers) ?? requestContext.http.sourceIp,
    place: placeOf(headers),
    userAgent: (headers['user-agent'] ?? '').slice(0, 512),
  };
}

/** The edge keeps what is for everybody for two seconds; a browser asks each time. */
const FOR_EVERYBODY = 'public, max-age=0, s-maxage=2, must-revalidate';

function toResult({ status, body, document, cookies, location }: Answer): Result {
  if (document !== undefined) {
    const { headers, text } = document;
    return { statusCode: status, headers: { 'cache-control': FOR_EVERYBODY, ...headers }, body: text };
  }
  return {
    statusCode: status,
    headers: {
      'cache-control': 'no-store',
      ...(location === undefined ? {} : { location }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(cookies === undefined ? {} : { cookies }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
