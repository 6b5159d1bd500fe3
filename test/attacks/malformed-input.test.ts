/** Bad input is a 4xx problem that names what is off, and changes nothing (DESIGN.md §6.8, §6.11). */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RequestBody } from '../../shared/responses.ts';
import type { RouteName } from '../../shared/routes.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, type Phone } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

let caller: Browser;
let phone: Phone;
const PARAMS = {
  sessionId: 'ses_AAAAAAAAAAAAAAAAAAAAAA',
  postId: 'pst_0',
  username: 'susan',
  deviceId: 'dev_0',
  provider: 'demo',
};

/** All but the one whose body is a form. */
type WithBody = Exclude<
  { [N in RouteName]: RequestBody<N> extends undefined ? never : N }[RouteName],
  'social-logout'
>;

/** The compiler knows which routes take a body, and misses the ones that are missing here. */
const WITH_BODY = {
  register: true,
  'device-options': true,
  'device-enrol': true,
  'device-rename': true,
  'device-resume': true,
  recover: true,
  'passkey-answer': true,
  'login-start': true,
  'profile-edit': true,
  'language-set': true,
  'approval-find': true,
  'approval-answer': true,
  'recovery-stop': true,
  'push-subscribe': true,
  'alerts-choose': true,
  'social-start': true,
  'social-continue': true,
  'post-create': true,
  'post-edit': true,
  'report-create': true,
  'message-create': true,
  'chat-read': true,
  'notices-read': true,
} satisfies Record<WithBody, true>;

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

const refusal = (attack: () => Promise<void>) => unchanged(nod, attack, 'a limit counts it');

describe.each(Object.keys(WITH_BODY) as WithBody[])('%s', (name) => {
  it('takes JSON only', () =>
    refusal(async () => {
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
    refusal(async () => {
      const bodies: [string, number[]][] = [
        ['', [400, 415]],
        ['{', [400]],
        ['nonsense', [400]],
        ['null', [400]],
        ['[]', [400]],
        ['"text"', [400]],
        ['42', [400]],
        ['{}', [400]],
        ['{"__proto__":{"username":"susan","number":"123456","ticket":"x","body":"x"}}', [400]],
        ['{"constructor":{"prototype":{"username":"susan","number":"123456"}}}', [400]],
        [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, [400]],
        ['{"username":"susan","username":{"toString":"x"}}', [400]],
        ['\u0000', [400]],
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
    ['register', { username: 'fine_name', language: 'tlh' }, 'language'],
    ['login-start', { username: '' }, 'username'],
    ['language-set', { language: 'tlh' }, 'language'],
    ['language-set', { language: 'EN' }, 'language'],
    ['language-set', { language: ['en'] }, 'language'],
    ['device-options', { ticket: 5 }, 'ticket'],
    ['device-enrol', { ticket: 'x', name: 'y' }, 'credential'],
    [
      'device-enrol',
      { ticket: 'x', name: 'y', credential: { id: '!', rawId: '!', type: 'public-key' } },
      'credential.id',
    ],
    ['device-rename', { name: ' ' }, 'name'],
    ['device-resume', { assertion: { id: 'A' } }, 'assertion.rawId'],
    ['recover', { username: 'susan', code: 7 }, 'code'],
    ['recover', { username: 'susan', code: 'x'.repeat(101) }, 'code'],
    ['recover', { username: '', code: 'x' }, 'username'],
    ['recovery-stop', {}, 'assertion'],
    ['passkey-answer', { lifetime: '24h' }, 'assertion'],
    ['approval-find', { number: '12345' }, 'number'],
    ['approval-find', { number: '1234567' }, 'number'],
    ['approval-find', { number: '一二三四五六' }, 'number'],
    ['approval-answer', { decision: 'maybe' }, 'decision'],
    ['approval-answer', { decision: 'approve', lifetime: '1y' }, 'lifetime'],
    ['approval-answer', { decision: 'approve', lifetime: '24h' }, 'assertion'],
    ['approval-answer', { decision: 'deny', report: 'yes' }, 'report'],
    ['social-start', { next: 7 }, 'next'],
    ['social-start', { next: '/'.repeat(2049) }, 'next'],
    ['social-start', { next: '/', link: 'yes' }, 'link'],
    ['social-start', { next: '/', again: false }, 'again'],
    ['social-continue', { username: 'susan' }, 'authorization'],
    ['social-continue', { authorization: 'ses_x', username: 'susan' }, 'authorization'],
    ['social-continue', { authorization: `ses_${'A'.repeat(22)}`, language: 'tlh' }, 'language'],
    ['post-create', { body: ['x'] }, 'body'],
    ['message-create', { body: '\u200b \n' }, 'body'],
    ['message-create', { body: 'x'.repeat(2001) }, 'body'],
    ['message-create', { body: 'x\u0000' }, 'body'],
    ['chat-read', { to: 'pst_01KAQ3W8ZB7N2D4F6H8JKMNPQR' }, 'to'],
  ];
  it.each(cases)('%s names the field of %j', (name, body, field) =>
    refusal(async () => {
      const reply = await caller.call(name, { params: PARAMS, rawBody: JSON.stringify(body) });
      expect([reply.status, reply.problem.code, reply.problem.field]).toEqual([400, 'invalid_input', field]);
    }),
  );
});

describe('prototype pollution', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('by the key %s gives nobody a role', async (key) => {
    const [browser, username] = [new Browser(nod), newUsername()];
    const rawBody = `{"username":"${username}","${key}":{"roles":["admin"],"decoy":false,"disabled":true}}`;
    expect((await browser.call('register', { rawBody })).status).toBe(201);
    const row = (await nod.rows()).Sessions.find((item) => item.username === username && item.roles);
    expect(row).toMatchObject({ roles: [], decoy: false, status: 'pending' });
    expect(Object.keys(row ?? {})).not.toContain(key);
    expect((await newPerson(nod)).username).toMatch(/^u_/);
  });

  it('by a query or an unknown field changes no rule', async () => {
    const { browser } = await newPerson(nod);
    const rawBody = JSON.stringify({ body: 'Hello', userId: 'usr_x', sessionId: 'ses_x', username: 'nod' });
    const post = await browser.call('post-create', {
      rawBody,
      query: { '__proto__[admin]': '1', userId: 'x' },
    });
    const { user, session } = await browser.succeed('me');
    expect(post.body.author.username).toBe(user.username);
    const row = (await nod.rows()).Posts.find(({ sk }) => String(sk).endsWith(post.body.id.slice(4)));
    expect(row).toMatchObject({ sessionId: session.id, username: user.username });
  });
});

describe('base64 that is none', () => {
  it.each(['not base64!', 'AA==', 'A+/A', 'A', 'AA AA', '', '\u0000', 'ÄÄ'])(
    'in a credential is a field that is off: %j',
    (text) =>
      refusal(async () => {
        const { username } = await caller.succeed('me').then(({ user }) => user);
        expect(username).toBeDefined();
        const credential = {
          id: text,
          rawId: text,
          type: 'public-key',
          response: {
            clientDataJSON: text,
            attestationObject: text,
            authenticatorData: text,
            signature: text,
          },
        };
        const bodies = [
          ['device-enrol', { ticket: 'x', name: 'x', credential }],
          ['approval-answer', { decision: 'approve', lifetime: '24h', assertion: credential }],
        ] as const;
        for (const [name, body] of bodies) {
          const reply = await caller.call(name, { params: PARAMS, rawBody: JSON.stringify(body) });
          expect(reply.status).toBeGreaterThanOrEqual(400);
          expect(reply.status).toBeLessThan(500);
        }
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
    refusal(async () => {
      const rawBody = Buffer.alloc(11 * 1024 * 1024, 0x20);
      const reply = await caller.call('post-create', { rawBody }).catch((error: unknown) => error);
      // The connection may be closed before all is sent, as API Gateway does.
      if (!(reply instanceof Error)) expect(reply).toMatchObject({ status: 413 });
    }));

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
