/**
 * CloudFront, API Gateway and S3 on this machine: the site's documents, and `/api` through the route table to
 * the bundles, with the headers that the deployed ones carry.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { NodError } from '../../shared/errors.ts';
import { MEDIA_HEADERS, SECURITY_HEADERS } from '../../shared/headers.ts';
import { parseCookies } from '../../shared/http/cookies.ts';
import { problemResponse } from '../../shared/http/problem.ts';
import { LANGUAGES } from '../../shared/languages.ts';
import { MEDIA_FOLDER } from '../../shared/media/media.ts';
import { PAGES_OF_API } from '../../shared/page-path.ts';
import { LIVE, type RouteName } from '../../shared/routes.ts';
import { newSecret } from '../../shared/secrets.ts';
import { NOT_FOUND } from '../../web/pages.ts';
import { FAILURES, isPublicPage, PATIENCE_SECONDS } from '../public-pages.ts';
import { VARY, viewerRequestHandler } from '../url-rewrite.ts';
import { compressed } from './compression.ts';
import { decoded, matchRoute, toEvent } from './event.ts';
import type { LocalFunctions } from './functions.ts';
import { localLive } from './live.ts';
import { MEDIA_BUCKET } from './media.ts';

/** API Gateway refuses bodies above 10 MB. */
const MOST_BODY_BYTES = 10 * 1024 * 1024;

export type LocalServer = {
  /** `http://localhost:<port>` */
  origin: string;
  /** What it shows the functions, as CloudFront does: another one with each start. */
  originSecret: string;
  /** Where functions post what who is connected to `/live` is to hear. */
  bellEndpoint: string;
  /** Breaks every connection to `/live`, as a network does. */
  hangUp(): void;
  /** Begins to answer; until then calls wait. */
  serve(with_: Answering): void;
  close(): Promise<void>;
};

/** Listens on `localhost`, over IPv4 and IPv6. @throws {Error} `EADDRINUSE` if the port is taken */
export async function listen(port: number): Promise<LocalServer> {
  const originSecret = newSecret();
  let begin: (answering: Answering) => void = () => {};
  const answering = new Promise<Answering>((resolve) => {
    begin = resolve;
  });
  const onRequest = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      const { functions, siteFolder, mediaEndpoint } = await answering;
      const isApi = pathOf(request).startsWith('/api/') || pathOf(request) === '/api';
      if (isApi) await answerApi(request, response, functions, originSecret);
      else if (pathOf(request).startsWith(`/${MEDIA_FOLDER}/`))
        await answerMedia(request, response, mediaEndpoint);
      else if (
        !(await answerFeed(request, response, { functions, originSecret, origin })) &&
        !(await answerPublicPage(request, response, { functions, originSecret, origin }))
      )
        await answerSite(request, response, siteFolder, origin);
    } catch (error) {
      console.error(error);
      response.destroy();
    }
  };
  const live = await localLive(originSecret);
  const onUpgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const { functions } = await answering;
    if (pathOf(request) !== `/${LIVE}`) return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    await live.upgrade(request, socket, head, functions);
  };
  const first = await listenOn('127.0.0.1', port, onRequest, onUpgrade);
  const address = first.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  const origin = `http://localhost:${actual}`;
  // A machine without IPv6 has no second address to listen on.
  const second = await listenOn('::1', actual, onRequest, onUpgrade).catch(() => undefined);
  return {
    origin,
    originSecret,
    bellEndpoint: live.endpoint,
    hangUp: live.hangUp,
    serve: begin,
    async close() {
      await live.close();
      for (const server of [first, second]) {
        if (server === undefined) continue;
        server.close();
        server.closeAllConnections();
        await once(server, 'close');
      }
    },
  };
}

/** What answers; `mediaEndpoint` is where S3 is, if there are pictures. */
type Answering = { functions: LocalFunctions; siteFolder: string; mediaEndpoint?: string };

async function listenOn(
  host: string,
  port: number,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
  onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
): Promise<Server> {
  const server = createServer(onRequest).on('upgrade', onUpgrade).listen(port, host);
  await once(server, 'listening');
  return server;
}

async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  functions: LocalFunctions,
  originSecret: string,
): Promise<void> {
  const match = matchRoute(request.method ?? '', pathOf(request));
  if (match === undefined) {
    return send(
      response,
      problemResponse(new NodError('not_found', 'There is no such route.', { params: { what: 'route' } })),
    );
  }
  const body = await bodyOf(request);
  if (body === undefined) {
    response.setHeader('connection', 'close');
    return send(response, problemResponse(new NodError('too_large', 'Send at most 10 MB.')));
  }
  await invoke(response, functions, match.name, toEvent(request, match, body, originSecret));
}

/** Answers what a function does, and for one that fails as API Gateway does. */
async function invoke(
  response: ServerResponse,
  functions: LocalFunctions,
  name: RouteName,
  event: APIGatewayProxyEventV2,
): Promise<void> {
  try {
    send(response, await functions.invoke(name, event));
  } catch (error) {
    console.error(`${name}:`, error instanceof Error ? error.message : error);
    send(response, {
      statusCode: 500,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'Internal Server Error' }),
    });
  }
}

/** The body, or `undefined` if it is larger than API Gateway takes. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Read to its end even so: who is still sending would not hear the answer.
    if (bytes <= MOST_BODY_BYTES) chunks.push(chunk);
  }
  return bytes <= MOST_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}

function send(response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void {
  const { statusCode = 200, headers = {}, cookies = [], body = '' } = result;
  response.statusCode = statusCode;
  for (const [name, value] of Object.entries({ ...headers, ...SECURITY_HEADERS })) {
    response.setHeader(name, String(value));
  }
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.end(result.isBase64Encoded ? Buffer.from(body, 'base64') : body);
}

/** A picture from its bucket. */
async function answerMedia(
  request: IncomingMessage,
  response: ServerResponse,
  mediaEndpoint: string | undefined,
): Promise<void> {
  for (const [name, value] of Object.entries(MEDIA_HEADERS)) response.setHeader(name, value);
  const { method = '' } = request;
  if (method !== 'GET' && method !== 'HEAD')
    return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  const path = pathOf(request);
  const isFile = mediaEndpoint !== undefined && /^\/[\w-]+\/[\w-]+\.webp$/.test(path);
  const found = isFile
    ? await fetch(`${mediaEndpoint}/${MEDIA_BUCKET}${path}`).catch(() => undefined)
    : new Response(null, { status: 404 });
  for (const name of ['content-type', 'cache-control', 'etag', 'last-modified']) {
    const value = found?.ok ? found.headers.get(name) : null;
    if (value !== null) response.setHeader(name, value);
  }
  const content = found?.ok ? Buffer.from(await found.arrayBuffer()) : undefined;
  response.writeHead(content === undefined ? (found?.status ?? 503) : 200, {
    'content-length': String(content?.length ?? 0),
  });
  response.end(method === 'HEAD' ? undefined : content);
}

const rewrite = viewerRequestHandler();

/** What CloudFront makes of a request for the site. */
function rewritten(request: IncomingMessage) {
  const accepted = request.headers['accept-language'];
  return rewrite({
    uri: pathOf(request),
    querystring: {},
    cookies: Object.fromEntries(
      Object.entries(parseCookies([request.headers.cookie ?? ''])).map(([name, value]) => [name, { value }]),
    ),
    headers: accepted === undefined ? {} : { 'accept-language': { value: accepted } },
  });
}

/** What answers with content, and where. */
type Here = { functions: LocalFunctions; originSecret: string; origin: string };

/** Whether it only reads, and by the name that this machine has for itself. */
const isReadHere = ({ method, headers }: IncomingMessage, origin: string): boolean =>
  (method === 'GET' || method === 'HEAD') && headers.host === new URL(origin).host;

/** A request to the API with nothing of the viewer's but what is said here. */
function passedOn(
  request: IncomingMessage,
  path: string,
  querystring: Record<string, { value: string }>,
  headersDistinct: NodeJS.Dict<string[]>,
): IncomingMessage {
  const query = Object.entries(querystring).map(([name, { value }]) => `${name}=${value}`);
  return Object.create(request, {
    url: { value: `${path}?${query.join('&')}` },
    headersDistinct: { value: headersDistinct },
  });
}

/** A feed from its function. @returns whether it is one */
async function answerFeed(
  request: IncomingMessage,
  response: ServerResponse,
  { functions, originSecret, origin }: Here,
): Promise<boolean> {
  const { uri, querystring } = rewritten(request);
  const match = matchRoute(request.method ?? '', uri);
  if (!isReadHere(request, origin) || match?.name !== 'feed') return false;
  const known = request.headersDistinct['if-none-match'];
  const asked = passedOn(request, uri, querystring, known === undefined ? {} : { 'if-none-match': known });
  await invoke(response, functions, match.name, toEvent(asked, match, Buffer.of(), originSecret));
  return true;
}

/** A public page from its function. @returns whether it did answer: else the file stands in, as behind CloudFront */
async function answerPublicPage(
  request: IncomingMessage,
  response: ServerResponse,
  { functions, originSecret, origin }: Here,
): Promise<boolean> {
  const { method = '', headers } = request;
  if (!isReadHere(request, origin) || !isPublicPage(pathOf(request))) return false;
  const { uri, querystring } = rewritten(request);
  const asked = passedOn(request, PAGES_OF_API + uri, querystring, {});
  const match = matchRoute(method, pathOf(asked));
  if (match === undefined) return false;
  const answer = functions.invoke(match.name, toEvent(asked, match, Buffer.of(), originSecret));
  const result = await Promise.race([
    answer.catch(() => undefined),
    setTimeout(PATIENCE_SECONDS * 1000, undefined, { ref: false }),
  ]);
  const { statusCode = 200, headers: own = {}, body = '' } = result ?? { statusCode: 504 };
  if (FAILURES.includes(statusCode)) return false;
  const accepted = headers['accept-encoding']?.toString();
  const { content, headers: coding } = await compressed(
    Buffer.from(body),
    String(own['content-type'] ?? ''),
    accepted,
  );
  const sent = {
    ...SECURITY_HEADERS,
    ...own,
    ...coding,
    vary: varying(coding.vary),
    'content-length': String(content.length),
  };
  for (const [name, value] of Object.entries(sent)) response.setHeader(name, String(value));
  response.writeHead(statusCode).end(method === 'HEAD' ? undefined : content);
  return true;
}

/** Named by what is in it, here as on AWS. Other files are not here, so that a page finds them after a rebuild. */
const NEVER_CHANGES = /^\/assets\/chunk-[^/]+-[0-9A-Z]{8}\.js$/;

async function answerSite(
  request: IncomingMessage,
  response: ServerResponse,
  siteFolder: string,
  origin: string,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  // Passkeys and cookies belong to the host `localhost`; another name for this machine has neither.
  if (request.headers.host !== new URL(origin).host) {
    response.writeHead(307, { location: origin + (request.url ?? '/') }).end();
    return;
  }
  const file = normalize(join(siteFolder, decoded(rewritten(request).uri)));
  const content = file.startsWith(siteFolder + sep) ? await readFile(file).catch(() => undefined) : undefined;
  const isFound = content !== undefined && !file.endsWith(`${NOT_FOUND}.html`);
  const type = TYPES[content === undefined ? '.html' : extname(file)] ?? 'application/octet-stream';
  const { content: document, headers } = await compressed(
    content ?? (await readFile(join(siteFolder, LANGUAGES[0], `${NOT_FOUND}.html`))),
    type,
    request.headers['accept-encoding']?.toString(),
  );
  response.writeHead(isFound ? 200 : 404, {
    ...headers,
    ...(type.startsWith('text/html') ? { vary: varying(headers.vary) } : {}),
    'content-type': type,
    'content-length': document.length,
    'cache-control':
      isFound && NEVER_CHANGES.test(pathOf(request)) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : document);
}

const varying = (before: string | undefined): string => (before === undefined ? VARY : `${before}, ${VARY}`);

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').replace(/[?#].*$/s, '');
}
