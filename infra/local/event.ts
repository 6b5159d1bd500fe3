/** HTTP to API Gateway events: what a function cannot tell from the real ones. Those of calls have payload format 2.0. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { ConnectEvent, DisconnectEvent } from '../../shared/http/connect.ts';
import { ORIGIN_SECRET_HEADER } from '../../shared/http/origin-secret.ts';
import { ROUTE_NAMES, ROUTES, type RouteName, routeKeysOf } from '../../shared/routes.ts';

export type Match = { name: RouteName; method: string; params: Record<string, string> };

/** The route of a call, as API Gateway chooses it: fixed segments before `{parameters}`. */
export function matchRoute(method: string, path: string): Match | undefined {
  const segments = path.split('/');
  const takes = (name: RouteName) => routeKeysOf(ROUTES[name]).includes(`${method} ${ROUTES[name].path}`);
  const matches = ROUTE_NAMES.filter(takes).flatMap((name) => {
    const params: Record<string, string> = {};
    const pattern = ROUTES[name].path.split('/');
    const fits =
      pattern.length === segments.length &&
      pattern.every((expected, at) => {
        const segment = segments[at] ?? '';
        if (!expected.startsWith('{')) return expected === segment;
        params[expected.slice(1, -1)] = decoded(segment);
        return segment !== '';
      });
    return fits ? [{ name, method, params }] : [];
  });
  return matches.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}

/** The event for a call; fields that have nothing to say are absent, as API Gateway leaves them out. */
export function toEvent(
  request: IncomingMessage,
  { name, method, params }: Match,
  body: Buffer,
  originSecret: string,
): APIGatewayProxyEventV2 {
  const { path } = ROUTES[name];
  const now = new Date();
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { cookie, ...headers } = viewerHeaders(request, originSecret);
  const cookies = cookie?.split(';').map((pair) => pair.trim());
  const query = queryOf(url);
  const isText = /^(text\/|application\/(json|javascript|xml)|[^;]*\+(json|xml))/i.test(
    headers['content-type'] ?? 'text/plain',
  );
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies === undefined ? {} : { cookies }),
    headers,
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method,
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: `${method} ${path}`,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(params).length === 0 ? {} : { pathParameters: params }),
    ...(body.length === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** The event for a page that wants a connection; API Gateway hands headers on as they are spelt, and several of one name. */
export function toConnectEvent(
  request: IncomingMessage,
  connectionId: string,
  originSecret: string,
): ConnectEvent {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const headers = Object.entries(viewerHeaders(request, originSecret));
  return {
    multiValueHeaders: Object.fromEntries(headers.map(([name, value]) => [name, [value]])),
    ...(searchParams.size === 0 ? {} : { queryStringParameters: Object.fromEntries(searchParams) }),
    requestContext: {
      routeKey: '$connect',
      connectionId,
      requestId: randomUUID(),
      requestTimeEpoch: Date.now(),
      identity: { sourceIp: request.socket.remoteAddress ?? '127.0.0.1' },
    },
  };
}

/** The event for a connection that has closed. */
export function toDisconnectEvent(connectionId: string): DisconnectEvent {
  return { requestContext: { routeKey: '$disconnect', connectionId, requestId: randomUUID() } };
}

/**
 * The headers as they arrive behind CloudFront: what it says of the viewer replaces what the viewer says, and
 * several of one name are joined. With the secret, it is CloudFront that says so.
 */
function viewerHeaders(request: IncomingMessage, originSecret: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values === undefined || name.startsWith('cloudfront-') || name.startsWith('x-forwarded-')) continue;
    headers[name] = values.join(name === 'cookie' ? '; ' : ',');
  }
  headers[ORIGIN_SECRET_HEADER] = originSecret;
  const { remoteAddress = '127.0.0.1', remotePort = 0 } = request.socket;
  headers['cloudfront-viewer-address'] = `${remoteAddress.replace(/^::ffff:/, '')}:${remotePort}`;
  return headers;
}

function queryOf(url: URL): Record<string, string> | undefined {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  return url.search.length > 1 ? query : undefined;
}

/** Percent-decoded, or as it came where it is not well-formed. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
