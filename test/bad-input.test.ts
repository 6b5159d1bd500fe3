/** Bad input is a 4xx problem that names what is off, and changes nothing (design §6.8, §6.11). */
import { beforeAll, describe, expect, it } from 'vitest';
import { pathOf, ROUTE_NAMES, ROUTES, type RouteName } from '../shared/routes.ts';
import { Browser } from './support/browser.ts';
import { nod as startNod } from './support/nod.ts';
import { newPerson, newUsername, type Phone } from './support/people.ts';

const nod = startNod();

let caller: Browser;
let phone: Phone;
const PARAMS = { sessionId: 'ses_AAAAAAAAAAAAAAAAAAAAAA', postId: 'pst_0', username: 'susan' };

const writes = ROUTE_NAMES.filter((name) => ROUTES[name].method !== 'GET');
const WITH_BODY = [
  'register',
  'device-options',
  'device-enrol',
  'login-start',
  'approval-find',
  'approval-answer',
  'post-create',
] as const satisfies RouteName[];

/** Somebody who may call every route: signed in, waiting for a second sign-in, and an enrolled phone. */
beforeAll(async () => {
  const person = await newPerson(nod);
  phone = person.phone;
  caller = person.browser;
  await caller.succeed('login-start', { body: { username: person.username } });
  for (const [name, value] of phone.cookies) caller.cookies.set(name, value);
  // A touch would be a change of its own, and it is written once a minute.
  await caller.succeed('me');
});

async function expectUnchanged(call: () => Promise<void>): Promise<void> {
  const outline = async () => {
    const { Users, Sessions, ...rest } = await nod.rows();
    const lasting = Sessions.filter(({ pk }) => !String(pk).startsWith('rate#'));
    return JSON.stringify({ ...rest, Users, lasting }, (_, value) =>
      Array.isArray(value)
        ? [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
        : value,
    );
  };
  const before = await outline();
  await call();
  expect(await outline()).toBe(before);
}

describe.each(writes)('%s', (name) => {
  const url = () => nod.origin + pathOf(name, PARAMS);
  const { method } = ROUTES[name];
  const hasBody = (WITH_BODY as readonly RouteName[]).includes(name);

  it('refuses a foreign origin and a call that no page made', () =>
    expectUnchanged(async () => {
      const cookie = caller.cookieHeader();
      const foreign: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: `${nod.origin}.evil.example` },
        {},
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'cross-site' },
      ];
      for (const headers of foreign) {
        const reply = await fetch(url(), {
          method,
          headers: { cookie, 'content-type': 'application/json', ...headers },
          ...(hasBody ? { body: '{}' } : {}),
        });
        expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([
          403,
          'foreign_origin',
        ]);
        expect(reply.headers.get('content-type')).toBe('application/problem+json');
      }
    }));

  if (!hasBody) return;

  it('takes JSON only', () =>
    expectUnchanged(async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
        const reply = await caller.call(name, {
          params: PARAMS,
          rawBody: '{}',
          headers: { 'content-type': type },
        });
        expect([type, reply.status, reply.problem.code]).toEqual([type, 415, 'unsupported_media_type']);
      }
    }));

  it('refuses broken, wrong and oversized bodies', () =>
    expectUnchanged(async () => {
      const bodies: [string, number[]][] = [
        ['', [400, 415]],
        ['{', [400]],
        ['nonsense', [400]],
        ['null', [400]],
        ['[]', [400]],
        ['"text"', [400]],
        ['42', [400]],
        ['{}', [400]],
        ['{"__proto__":{"username":"susan","number":"123456"}}', [400]],
        ['{"username":{},"ticket":[],"number":123456,"body":7,"decision":true}', [400]],
        [JSON.stringify({ body: 'x'.repeat(70_000) }), [413]],
      ];
      for (const [rawBody, statuses] of bodies) {
        const reply = await caller.call(name, { params: PARAMS, rawBody });
        expect([rawBody.slice(0, 80), statuses.includes(reply.status), reply.status]).toEqual([
          rawBody.slice(0, 80),
          true,
          reply.status,
        ]);
        expect(reply.problem).toMatchObject({
          type: 'about:blank',
          status: reply.status,
          code: expect.any(String),
        });
        expect(reply.text).not.toMatch(/\bat .*\.[jt]s|node_modules/);
      }
    }));
});

describe('fields', () => {
  const cases: [RouteName, unknown, string][] = [
    ['register', { username: 'ab' }, 'username'],
    ['register', { username: 'a'.repeat(21) }, 'username'],
    ['register', { username: 'with space' }, 'username'],
    ['register', { username: 'suſan' }, 'username'],
    ['register', { username: '\u212Aelvin' }, 'username'],
    ['register', { username: 'susan\n' }, 'username'],
    ['register', { username: 'fine_name', displayName: '' }, 'displayName'],
    ['register', { username: 'fine_name', displayName: 'x'.repeat(51) }, 'displayName'],
    ['register', { username: 'fine_name', displayName: 'a\u202Eb' }, 'displayName'],
    ['register', { username: 'fine_name', displayName: 7 }, 'displayName'],
    ['login-start', { username: '' }, 'username'],
    ['device-options', { ticket: 5 }, 'ticket'],
    ['device-enrol', { ticket: 'x', name: 'y' }, 'credential'],
    [
      'device-enrol',
      { ticket: 'x', name: 'y', credential: { id: '!', rawId: '!', type: 'public-key' } },
      'credential.id',
    ],
    ['approval-find', { number: '12345' }, 'number'],
    ['approval-find', { number: '1234567' }, 'number'],
    ['approval-find', { number: '١٢٣٤٥٦' }, 'number'],
    ['approval-answer', { decision: 'maybe' }, 'decision'],
    ['approval-answer', { decision: 'approve', lifetime: '1y' }, 'lifetime'],
    ['approval-answer', { decision: 'approve', lifetime: '24h' }, 'assertion'],
    ['approval-answer', { decision: 'deny', report: 'yes' }, 'report'],
    ['post-create', { body: ['x'] }, 'body'],
  ];
  it.each(cases)('%s names the field of %j', (name, body, field) =>
    expectUnchanged(async () => {
      const reply = await caller.call(name, { params: PARAMS, rawBody: JSON.stringify(body) });
      expect([reply.status, reply.problem.code, reply.problem.field]).toEqual([400, 'invalid_input', field]);
    }),
  );
});

describe('the server', () => {
  it('answers what no route matches with a problem', async () => {
    for (const path of [
      '/api',
      '/api/',
      '/api/nothing',
      '/api/status/more',
      '/api/posts//',
      '/api/%2e%2e/status',
    ]) {
      const reply = await fetch(nod.origin + path);
      expect([path, reply.status]).toEqual([path, 404]);
    }
    const reply = await fetch(`${nod.origin}/api/register`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  it('refuses 11 MB', () =>
    expectUnchanged(async () => {
      const rawBody = Buffer.alloc(11 * 1024 * 1024, 0x20);
      const reply = await caller.call('post-create', { rawBody }).catch((error: unknown) => error);
      // The connection may be closed before all is sent, as API Gateway does.
      if (!(reply instanceof Error)) expect(reply).toMatchObject({ status: 413 });
    }));

  it('puts the security headers on every answer', async () => {
    for (const path of ['/', '/phone', '/api/status', '/api/nothing', '/nowhere']) {
      const { headers } = await fetch(nod.origin + path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toContain('max-age=');
    }
  });

  it('serves no file outside the site', async () => {
    for (const path of [
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2f..%2fpackage.json',
    ]) {
      const reply = await fetch(nod.origin + path);
      expect([path, reply.status]).toEqual([path, 404]);
    }
  });

  it('keeps a registration that was refused from taking the name', async () => {
    const username = newUsername();
    await new Browser(nod).call('register', { body: { username, displayName: '' } });
    expect((await new Browser(nod).call('register', { body: { username } })).status).toBe(201);
  });
});
