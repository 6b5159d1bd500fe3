import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '../../../shared/api/route.ts';
import { ConditionFailed, NodError } from '../../../shared/errors.ts';
import { ORIGIN_SECRET_HEADER } from '../../../shared/http/origin-secret.ts';
import type { NodRequest } from '../../../shared/http/request.ts';
import { parseInput, serve } from '../../../shared/http/serve.ts';
import { ROUTES, type RouteName } from '../../../shared/routes.ts';

const ORIGIN = 'https://nod.test';

beforeEach(() => {
  vi.stubEnv('SITE_ORIGIN', ORIGIN);
  vi.stubEnv('ORIGIN_SECRET', 'ours');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A call as API Gateway passes it on behind CloudFront; what a call does not have is absent. */
function event(method: string, more: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: `${method} /api/somewhere`,
    rawPath: '/api/somewhere',
    rawQueryString: '',
    headers: {},
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'nod.test',
      domainPrefix: 'nod',
      http: { method, path: '/api/somewhere', protocol: 'HTTP/1.1', sourceIp: '198.51.100.9', userAgent: '' },
      requestId: 'request-1',
      routeKey: `${method} /api/somewhere`,
      stage: '$default',
      time: '22/Nov/2026:10:00:00 +0000',
      timeEpoch: Date.parse('2026-11-22T10:00:00.123Z'),
    },
    isBase64Encoded: false,
    ...more,
  };
}

const OWN = { origin: ORIGIN, 'content-type': 'application/json' };
const post = (body: string | undefined, more: Partial<APIGatewayProxyEventV2> = {}) =>
  event('POST', { headers: OWN, ...(body === undefined ? {} : { body }), ...more });

const schema = v.object({ text: v.string('Write the text.'), deep: v.optional(v.object({ n: v.number() })) });

/** Serves a route, with the schema above where it takes a body, by a handler that answers as it is told. */
function served(name: RouteName, answer: () => unknown = () => ({ status: 204 }), more: Partial<Call> = {}) {
  const requests: NodRequest<RouteName>[] = [];
  const handle = async (request: NodRequest<RouteName>) => {
    requests.push(request);
    return answer() as never;
  };
  const { method, path, auth, ...route }: Call = ROUTES[name];
  const body = route.body === undefined ? {} : { body: schema };
  const handler = serve({ name, call: { name, method, path, auth, ...body, ...more }, handle });
  return {
    requests,
    async call(event: APIGatewayProxyEventV2, context: Partial<Context> = {}) {
      const headers = { [ORIGIN_SECRET_HEADER]: 'ours', ...event.headers };
      const result = await handler({ ...event, headers }, context as Context);
      return { ...result, json: result.body === undefined ? undefined : JSON.parse(result.body) };
    },
  };
}

describe('a call that did not come through the site', () => {
  it.each(['', 'theirs'])('is refused before anything else is looked at: "%s"', async (secret) => {
    const { call, requests } = served('register');
    const headers = { [ORIGIN_SECRET_HEADER]: secret, origin: 'https://elsewhere.test' };
    expect(await call(post('no JSON', { headers }))).toMatchObject({
      statusCode: 403,
      json: { code: 'direct_access_refused' },
    });
    expect(requests).toEqual([]);
  });
});

describe('a body', () => {
  it('is JSON, as text or in base64', async () => {
    const { call, requests } = served('register');
    const json = JSON.stringify({ text: 'Grüße 🙂' });
    expect((await call(post(json))).statusCode).toBe(204);
    const base64 = Buffer.from(json).toString('base64');
    expect((await call(post(base64, { isBase64Encoded: true }))).statusCode).toBe(204);
    expect(requests.map(({ body }) => body)).toEqual([{ text: 'Grüße 🙂' }, { text: 'Grüße 🙂' }]);
  });

  it('has nothing that was not asked for', async () => {
    const { call, requests } = served('register');
    await call(post('{"text":"x","admin":true,"__proto__":{"admin":true}}'));
    expect(requests[0]?.body).toEqual({ text: 'x' });
    expect(Object.getPrototypeOf(requests[0]?.body)).not.toHaveProperty('admin');
  });

  it.each<[string, string | undefined, { code: string; field?: string }]>([
    ['missing', undefined, { code: 'invalid_json' }],
    ['empty', '', { code: 'invalid_json' }],
    ['broken', '{"text":', { code: 'invalid_json' }],
    ['two values', '{} {}', { code: 'invalid_json' }],
    ['null', 'null', { code: 'invalid_input' }],
    ['a number', '5', { code: 'invalid_input' }],
    ['a list', '[]', { code: 'invalid_input' }],
    ['without the field', '{}', { code: 'invalid_input', field: 'text' }],
    ['with null for the field', '{"text":null}', { code: 'invalid_input', field: 'text' }],
    ['with a list for the field', '{"text":["x"]}', { code: 'invalid_input', field: 'text' }],
    [
      'with a wrong field inside',
      '{"text":"x","deep":{"n":"1"}}',
      { code: 'invalid_input', field: 'deep.n' },
    ],
  ])('that is %s is refused and reaches no handler', async (_, body, expected) => {
    const { call, requests } = served('register');
    const { statusCode, headers, json } = await call(post(body));
    expect(statusCode).toBe(400);
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json' });
    const { code, field } = json;
    expect({ code, ...(field === undefined ? {} : { field }) }).toEqual(expected);
    expect(requests).toEqual([]);
  });

  it.each([
    ['application/json', 204],
    ['application/json; charset=utf-8', 204],
    ['Application/JSON', 204],
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=application/json', 415],
    ['application/jsonp', 415],
    ['text/plain, application/json', 415],
    ['', 415],
    [undefined, 415],
  ])('with content-type %s: %i', async (type, status) => {
    const headers = { origin: ORIGIN, ...(type === undefined ? {} : { 'content-type': type }) };
    const { call } = served('register');
    expect((await call(post('{"text":"x"}', { headers }))).statusCode).toBe(status);
  });

  it('needs a content-type also where it is missing, unless the route takes none', async () => {
    const headers = { origin: ORIGIN };
    expect((await served('register').call(post(undefined, { headers }))).statusCode).toBe(415);
    // What takes no body passes on to the next question: who calls.
    expect((await served('logout').call(post(undefined, { headers }))).json.code).toBe('not_signed_in');
    expect((await served('logout').call(post('x=1', { headers }))).statusCode).toBe(415);
  });

  const jsonOf = (bytes: number, character: string) => {
    const empty = '{"text":""}'.length;
    return `{"text":"${character.repeat((bytes - empty) / Buffer.byteLength(character))}"}`;
  };
  it.each([
    ['of 64 kB', jsonOf(65_536, 'x'), false, 204],
    ['of a byte more', jsonOf(65_537, 'x'), false, 413],
    ['of a byte more in base64', Buffer.from(jsonOf(65_537, 'x')).toString('base64'), true, 413],
    ['of 64 kB in base64', Buffer.from(jsonOf(65_536, 'x')).toString('base64'), true, 204],
    ['of more bytes than characters', jsonOf(65_539, '🙂'), false, 413],
  ])('%s', async (_, body, isBase64Encoded, status) => {
    const { call } = served('register');
    expect((await call(post(body, { isBase64Encoded }))).statusCode).toBe(status);
  });
});

describe('a write', () => {
  it.each<[string, Record<string, string>, number]>([
    ['from an own page', { origin: ORIGIN }, 204],
    [
      'from an own page, whatever else a browser says',
      { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
      204,
    ],
    ['without an origin, from the same site’s page', { 'sec-fetch-site': 'same-origin' }, 204],
    ['without any sign of a page', {}, 403],
    ['from another site', { origin: 'https://evil.test' }, 403],
    ['from another port', { origin: `${ORIGIN}:8443` }, 403],
    ['over another scheme', { origin: 'http://nod.test' }, 403],
    ['from a host that begins like ours', { origin: `${ORIGIN}.evil.test` }, 403],
    ['from a sandboxed frame', { origin: 'null' }, 403],
    ['with an empty origin', { origin: '', 'sec-fetch-site': 'same-origin' }, 403],
    [
      'from another site that says it is ours',
      { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' },
      403,
    ],
    ['from a neighbouring host', { 'sec-fetch-site': 'same-site' }, 403],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }, 403],
  ])('%s: %s', async (_, headers, status) => {
    const { call, requests } = served('register');
    const { statusCode, json } = await call(
      post('{"text":"x"}', { headers: { 'content-type': 'application/json', ...headers } }),
    );
    expect(statusCode).toBe(status);
    if (status === 403) expect(json.code).toBe('cross_origin_refused');
    expect(requests).toHaveLength(status === 204 ? 1 : 0);
  });

  it('from elsewhere is refused before anything else about it is looked at', async () => {
    const { statusCode } = await served('register').call(event('POST', { body: '{' }));
    expect(statusCode).toBe(403);
  });
});

describe('a read', () => {
  it('may come from anywhere, with any content-type', async () => {
    const { call } = served('status');
    for (const headers of [{}, { origin: 'https://evil.test' }, { 'content-type': 'text/plain' }]) {
      expect((await call(event('GET', { headers }))).statusCode).toBe(204);
    }
  });

  it('needs its caller where the route does', async () => {
    const { call, requests } = served('me');
    const { statusCode, json } = await call(event('GET', { cookies: ['__Host-session=garbage'] }));
    expect([statusCode, json.code]).toEqual([401, 'not_signed_in']);
    expect(requests).toEqual([]);
  });
});

describe('what a handler sees', () => {
  it('of a call that has nothing', async () => {
    const { call, requests } = served('status');
    await call(event('GET'));
    expect(requests[0]).toMatchObject({
      params: {},
      query: {},
      viewer: { ip: '198.51.100.9', place: null, userAgent: '' },
      idempotencyKey: undefined,
      receivedAt: new Date('2026-11-22T10:00:00.123Z'),
      now: expect.any(Date),
    });
    expect({ ...requests[0]?.cookies }).toEqual({});
  });

  it('of a call that has everything', async () => {
    const { call, requests } = served('status');
    await call(
      event('GET', {
        cookies: ['__Host-session=abc', '__Host-browser=def'],
        pathParameters: { username: 'susan', none: undefined },
        queryStringParameters: { of: 'signin', empty: '' },
        headers: {
          'user-agent': 'x'.repeat(600),
          'idempotency-key': 'key-1',
          'cloudfront-viewer-address': '2001:db8::7:51234',
          'cloudfront-viewer-city': 'Lisbon',
          'cloudfront-viewer-country-name': 'Portugal',
        },
      }),
    );
    expect(requests[0]).toMatchObject({
      params: { username: 'susan', none: '' },
      query: { of: 'signin', empty: '' },
      cookies: { '__Host-session': 'abc', '__Host-browser': 'def' },
      viewer: { ip: '2001:db8::7', place: 'Lisbon, Portugal', userAgent: 'x'.repeat(512) },
      idempotencyKey: 'key-1',
    });
  });

  it.each([
    ['192.0.2.7:51234', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6:80', '2001:db8:1:2:3:4:5:6'],
  ])('of the viewer’s address %s is %s', async (address, ip) => {
    const { call, requests } = served('status');
    await call(event('GET', { headers: { 'cloudfront-viewer-address': address } }));
    expect(requests[0]?.viewer.ip).toBe(ip);
  });

  it.each(['', 'x'.repeat(201)])('is not an Idempotency-Key of a wrong length', async (key) => {
    const { statusCode, json } = await served('status').call(
      event('GET', { headers: { 'idempotency-key': key } }),
    );
    expect([statusCode, json.code, json.field]).toEqual([400, 'invalid_input', 'Idempotency-Key']);
  });
});

describe('an answer', () => {
  it('that takes longer than the function may is a 503 while there is time to say so', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { call } = served('post', () => new Promise(() => {}));
    const result = await call(event('GET'), { getRemainingTimeInMillis: () => 1510 });
    expect([result.statusCode, result.json.code]).toEqual([503, 'store_unavailable']);
    expect(result.headers).toMatchObject({ 'retry-after': '1' });
  });

  it('is JSON that nobody keeps, with its cookies beside it', async () => {
    const { call } = served('status', () => ({ status: 201, body: { ok: true }, cookies: ['a=1', 'b=2'] }));
    expect(await call(event('GET'))).toEqual({
      statusCode: 201,
      headers: { 'cache-control': 'no-store', 'content-type': 'application/json' },
      cookies: ['a=1', 'b=2'],
      body: '{"ok":true}',
      json: { ok: true },
    });
  });

  it('without a body has none, and no type', async () => {
    expect(await served('status').call(event('GET'))).toEqual({
      statusCode: 204,
      headers: { 'cache-control': 'no-store' },
      json: undefined,
    });
  });

  const thrown = (error: unknown) => () => {
    throw error;
  };
  it.each([
    ['a refusal', new NodError('session_ended', 'Over.', { reason: 'idle' }), 410, 'session_ended', 0],
    ['a lost race', new ConditionFailed([true]), 409, 'conflict', 0],
    [
      'a store that is away',
      new NodError('store_unavailable', 'Wait.', { retryAfter: 1 }),
      503,
      'store_unavailable',
      1,
    ],
    ['a mistake of ours', new TypeError('undefined is not a function'), 500, 'internal', 1],
  ])('to %s is a problem, logged only where it is ours', async (_, error, status, code, logged) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { statusCode, headers, json } = await served('status', thrown(error)).call(event('GET'));
    expect([statusCode, json.code]).toEqual([status, code]);
    expect(headers?.['retry-after']).toBe(status === 503 ? '1' : undefined);
    expect(log).toHaveBeenCalledTimes(logged);
  });

  it('is logged with the whole chain of causes, the route and the request, and with nothing of the call', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const inner = new Error('the socket closed');
    const error = new NodError('store_unavailable', 'Wait.', { cause: inner });
    await served('register', thrown(error)).call(
      post('{"text":"secret-body"}', { cookies: ['__Host-session=secret-cookie'] }),
    );
    const line = String(log.mock.calls[0]?.[0]);
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      route: 'register',
      requestId: 'request-1',
      status: 503,
      error: expect.stringContaining('NodError: Wait. ← Error: the socket closed'),
    });
    expect(line).not.toMatch(/secret/);
  });
});

describe('what a declaration says of the rest of the input', () => {
  const get = (query: Record<string, string>, params: Record<string, string> = { id: 'id_1' }) =>
    event('GET', { queryStringParameters: query, pathParameters: params });
  const declared = {
    params: v.object({
      id: v.pipe(
        v.string(),
        v.guard((text): text is `id_${string}` => text.startsWith('id_'), 'There is no such thing.'),
      ),
    }),
    query: v.object({
      most: v.optional(v.pipe(v.string(), v.regex(/^\d$/, 'One digit.'), v.transform(Number)), '7'),
    }),
  };

  it('reaches the handler as its schemas make it, and nothing else does', async () => {
    const { call, requests } = served('post', undefined, declared);
    expect((await call(get({ most: '3', other: 'x' }))).statusCode).toBe(204);
    expect((await call(get({}))).statusCode).toBe(204);
    expect(requests.map(({ query, params }) => [query, params])).toEqual([
      [{ most: 3 }, { id: 'id_1' }],
      [{ most: 7 }, { id: 'id_1' }],
    ]);
  });

  it('is refused with its field in the query, and names nothing in the path', async () => {
    const { call, requests } = served('post', undefined, declared);
    const { statusCode, json } = await call(get({ most: 'many' }));
    expect([statusCode, json.code, json.field, json.detail]).toEqual([
      400,
      'invalid_input',
      'most',
      'One digit.',
    ]);
    const lost = await call(get({}, { id: 'another' }));
    expect([lost.statusCode, lost.json.code, lost.json.field, lost.json.detail]).toEqual([
      404,
      'not_found',
      undefined,
      'There is no such thing.',
    ]);
    expect(requests).toEqual([]);
  });
});

it.each<[string, unknown, { message: string; field?: string }]>([
  ['a missing field', {}, { message: 'The field text is missing.', field: 'text' }],
  ['a wrong one', { text: 1 }, { message: 'Write the text.', field: 'text' }],
  ['the first of two wrong ones', { text: 1, deep: 1 }, { message: 'Write the text.', field: 'text' }],
])('names %s', (_, input, { message, field }) => {
  expect(() => parseInput(schema, input)).toThrow(
    expect.objectContaining({ code: 'invalid_input', message, details: { field } }),
  );
});
