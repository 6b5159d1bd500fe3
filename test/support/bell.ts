/** Nod with a bell: the management API of API Gateway on this machine, and pages that open connections and hear looks. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { vi } from 'vitest';
import type { ConnectAnswer, ConnectEvent } from '../../shared/http/connect.ts';
import { ORIGIN_SECRET_HEADER } from '../../shared/http/origin-secret.ts';
import type { Browser } from './browser.ts';
import type { Nod } from './nod.ts';

/** How a connection takes what is said to it: with a status, or not at all for so long. */
export type Hearing = number | { silentMs: number };

export type ManagementApi = {
  endpoint: string;
  /** What was said, by connection, in order, however it was taken. */
  said: { connectionId: string; text: string }[];
  /** How a connection takes it from now on: one after the other, and the last one for ever. 200 unless said. */
  answer(connectionId: string, ...hearings: Hearing[]): void;
  stop(): Promise<void>;
};

/** `POST /@connections/<id>` (API Gateway Developer Guide, "Use @connections commands in your backend service"). */
export async function startManagementApi(): Promise<ManagementApi> {
  const said: ManagementApi['said'] = [];
  const hearingsOf = new Map<string, Hearing[]>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const [, path = '', id = ''] = /^(\/[^/]+)\/(.+)$/.exec(request.url ?? '') ?? [];
    const isRight = request.method === 'POST' && path === '/@connections';
    if (!isRight) return void response.writeHead(404).end();
    const connectionId = decodeURIComponent(id);
    said.push({ connectionId, text: Buffer.concat(chunks).toString() });
    const [hearing = 200, ...later] = hearingsOf.get(connectionId) ?? [];
    if (later.length > 0) hearingsOf.set(connectionId, later);
    if (typeof hearing === 'object') return void setTimeout(() => response.destroy(), hearing.silentMs);
    response.writeHead(hearing, hearing === 410 ? { 'x-amzn-errortype': 'GoneException' } : {}).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the management API has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    said,
    answer(connectionId, ...hearings) {
      hearingsOf.set(connectionId, hearings);
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

type Whose = 'session' | 'signin' | 'phone';

/** What API Gateway has of a page that opens a connection, with the names of headers as CloudFront spells them. */
export function connectEvent(
  nod: Nod,
  browser: Browser,
  of: string | undefined,
  headers: Record<string, string | string[] | undefined> = {},
): ConnectEvent {
  const sent = {
    Host: 'abc.execute-api.eu-west-1.amazonaws.com',
    Origin: nod.origin,
    Cookie: browser.cookieHeader() || undefined,
    'Sec-WebSocket-Version': '13',
    [ORIGIN_SECRET_HEADER]: nod.originSecret,
    'CloudFront-Viewer-Address': '192.0.2.7:50123',
    ...headers,
  };
  return {
    multiValueHeaders: Object.fromEntries(
      Object.entries(sent).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value].flat()]])),
    ),
    ...(of === undefined ? {} : { queryStringParameters: { of } }),
    requestContext: {
      routeKey: '$connect',
      connectionId: randomBytes(11).toString('base64').replace(/\W/g, 'x'),
      requestId: randomBytes(8).toString('hex'),
      requestTimeEpoch: Date.now(),
      identity: { sourceIp: '203.0.113.9' },
    },
  };
}

/** Opens a connection, or is refused. */
export async function connect(
  nod: Nod,
  browser: Browser,
  of: Whose | string | undefined,
  headers?: Record<string, string | string[] | undefined>,
): Promise<{ status: number; id: string }> {
  const event = connectEvent(nod, browser, of, headers);
  const { statusCode } = (await nod.trigger('live-connect', event)) as ConnectAnswer;
  return { status: statusCode, id: event.requestContext.connectionId };
}

/** A connection that is let in. */
export async function listen(nod: Nod, browser: Browser, of: Whose): Promise<string> {
  const { status, id } = await connect(nod, browser, of);
  if (status !== 200) throw new Error(`the connection of ${of} was refused with ${status}`);
  return id;
}

/** The looks that a connection was told. */
export const looksAt = (api: ManagementApi, id: string): string[] =>
  api.said.filter(({ connectionId }) => connectionId === id).map(({ text }) => text);

/** Waits until a connection has been told to look so often, and no more often. */
export async function heard(api: ManagementApi, id: string, times = 1): Promise<void> {
  await vi.waitFor(
    () => {
      if (looksAt(api, id).length < times) throw new Error(`${looksAt(api, id).length} of ${times} looks`);
    },
    { timeout: 20_000, interval: 25 },
  );
}
