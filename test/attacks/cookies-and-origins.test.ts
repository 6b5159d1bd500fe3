/** Whose cookies count, and whose pages may send them (DESIGN.md §6.8); a browser's own view is in `browser/`. */
import { createConnection } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { pathOf, ROUTE_NAMES, ROUTES, routeKeysOf } from '../../shared/routes.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, Phone, signIn, ticketIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const PARAMS = new Proxy<Record<string, string>>({}, { get: () => 'ses_AAAAAAAAAAAAAAAAAAAAAA' });
/** All that pages call; a form comes from a provider's server, without cookies, and is signed (DESIGN.md §6.8). */
const WRITES = ROUTE_NAMES.filter((name) => ROUTES[name].method !== 'GET' && !('form' in ROUTES[name]));

/** Signed in, waiting for a second sign-in, and an enrolled phone: everybody that a route could ask for. */
let everybody: Browser;
beforeAll(async () => {
  const { browser, phone, username } = await newPerson(nod);
  await browser.succeed('login-start', { body: { username } });
  for (const [name, value] of phone.cookies) browser.cookies.set(name, value);
  everybody = browser;
});

describe('a page of another site', () => {
  const FOREIGN: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: 'file://' },
    { origin: 'http://localhost' },
    { origin: 'https://localhost' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
    {},
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { referer: 'http://localhost/' },
  ];

  it.each(WRITES)('cannot call %s', (name) =>
    unchanged(nod, async () => {
      const foreign = [...FOREIGN, { origin: `${nod.origin}.evil.example` }, { origin: `${nod.origin}/` }];
      for (const headers of foreign) {
        const reply = await fetch(nod.origin + pathOf(name, PARAMS), {
          method: ROUTES[name].method,
          headers: { cookie: everybody.cookieHeader(), 'content-type': 'application/json', ...headers },
          body: '{}',
        });
        expect([headers, reply.status]).toEqual([headers, 403]);
        expect(await reply.json()).toMatchObject({ code: 'cross_origin_refused' });
        expect(reply.headers.getSetCookie()).toEqual([]);
      }
    }),
  );

  it.each(WRITES)('is not let in by the method that it says it means: %s', (name) =>
    unchanged(nod, async () => {
      const url = nod.origin + pathOf(name, PARAMS);
      const headers = { cookie: everybody.cookieHeader(), 'x-http-method-override': ROUTES[name].method };
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        const isAnotherRoute = ROUTE_NAMES.some((other) =>
          routeKeysOf(ROUTES[other]).includes(`${method} ${ROUTES[name].path}`),
        );
        const reply = await fetch(`${url}?_method=${ROUTES[name].method}`, { method, headers });
        if (!isAnotherRoute) expect([method, reply.status]).toEqual([method, 404]);
        expect(reply.headers.get('access-control-allow-origin')).toBeNull();
      }
    }),
  );

  it('posts no form and no JSON that is called text', async () => {
    const FORMS = ['text/plain', 'text/plain;charset=UTF-8', 'application/x-www-form-urlencoded', ''];
    await unchanged(nod, async () => {
      for (const type of FORMS) {
        const reply = await fetch(`${nod.origin}/api/posts`, {
          method: 'POST',
          headers: { cookie: everybody.cookieHeader(), origin: nod.origin, 'content-type': type },
          body: '{"body":"x"}',
        });
        expect([type, reply.status]).toEqual([type, 415]);
      }
    });
  });

  it('is told by no answer that it may read it', async () => {
    for (const path of ['/', '/api/status', '/api/posts', '/api/me']) {
      const reply = await fetch(nod.origin + path, { headers: { origin: 'https://evil.example' } });
      expect([...reply.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('a cookie', () => {
  it('is never one that scripts, plain http, other hosts or other sites’ forms have', async () => {
    const [browser, phone] = [new Browser(nod), new Phone(nod)];
    const registered = await browser.call('register', { body: { username: newUsername() } });
    const ticket = ticketIn(registered.body.enrolUrl);
    const { publicKey } = await phone.succeed('device-options', { body: { ticket } });
    const credential = phone.authenticator.create(publicKey);
    const replies = [
      registered,
      await phone.call('device-enrol', { body: { ticket, credential, name: 'Pixel' } }),
      await browser.call('login-complete'),
      await browser.call('logout'),
    ];
    const cookies = replies.flatMap(({ headers }) => headers.getSetCookie());
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-[a-z]+=[\w.-]*; Max-Age=\d+; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
      expect(cookie).not.toMatch(/domain/i);
      expect(cookie.split('=')[1]?.split(';')[0]?.length).toBeLessThanOrEqual(120);
    }
    expect(new Set(cookies.map((cookie) => cookie.split('=')[0]))).toEqual(
      new Set(['__Host-signin', '__Host-device', '__Host-session', '__Host-browser']),
    );
  });

  it.each([
    ['garbage', () => 'garbage'],
    ['a forged secret', (cookie: string) => `${cookie.slice(0, -6)}AAAAAA`],
    ['another session', (cookie: string) => cookie.replace(/ses_.{4}/, 'ses_AAAA')],
    ['another user', (cookie: string) => cookie.replace(/usr_.{4}/, 'usr_AAAA')],
    ['an empty value', () => ''],
    ['four parts', (cookie: string) => `${cookie}.more`],
    ['a quoted value', (cookie: string) => `"${cookie}"`],
    ['a decoded path', () => '%2e%2e%2f.ses_.x'],
  ])('with %s is no session', async (_, bend) => {
    const { browser } = await newPerson(nod);
    browser.cookies.set('__Host-session', bend(browser.cookies.get('__Host-session') ?? ''));
    await unchanged(nod, async () => {
      expect(await browser.succeed('status')).toEqual({ status: 'none', pollAfterMs: 1000 });
      expect((await browser.call('me')).status).toBe(401);
    });
  });

  it('that comes twice with different values is nobody’s, in either order', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const [one, two] = [susan, miguel].map(
      ({ browser }) => `__Host-session=${browser.cookies.get('__Host-session')}`,
    );
    await unchanged(nod, async () => {
      for (const cookie of [
        `${one}; ${two}`,
        `${two}; ${one}`,
        `__Host-session=; ${one}`,
        `${one};${one};${two}`,
      ]) {
        const status = await fetch(`${nod.origin}/api/status`, { headers: { cookie } });
        expect(await status.json()).toMatchObject({ status: 'none' });
        const logout = await fetch(`${nod.origin}/api/logout`, {
          method: 'POST',
          headers: { cookie, origin: nod.origin },
        });
        expect(logout.status).toBe(401);
      }
    });
    const same = await fetch(`${nod.origin}/api/status`, { headers: { cookie: `${one}; ${one}` } });
    expect(await same.json()).toMatchObject({ status: 'active' });
  });

  it('that comes in two header lines is one that comes twice', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const lines = [susan, miguel].map(
      ({ browser }) => `cookie: __Host-session=${browser.cookies.get('__Host-session')}`,
    );
    const answer = await rawCall('GET /api/status HTTP/1.1', ...lines);
    expect(answer).toContain('"status":"none"');
  });

  it('of a lesser name is another cookie', async () => {
    const { browser } = await newPerson(nod);
    const value = browser.cookies.get('__Host-session');
    for (const name of ['session', '__host-session', '__Secure-session', 'Host-session', '__Host-Session']) {
      const reply = await fetch(`${nod.origin}/api/status`, { headers: { cookie: `${name}=${value}` } });
      expect(await reply.json()).toMatchObject({ status: 'none' });
    }
  });
});

describe('signing out', () => {
  it('is no GET, and no HEAD', async () => {
    const { browser } = await newPerson(nod);
    await unchanged(nod, async () => {
      for (const method of ['GET', 'HEAD']) {
        const headers = { cookie: browser.cookieHeader() };
        const reply = await fetch(`${nod.origin}/api/logout`, { method, headers });
        expect(reply.status).toBe(404);
      }
    });
    expect((await browser.succeed('status')).status).toBe('active');
  });
});

describe('what a client says of itself', () => {
  const FORGED = {
    'cloudfront-viewer-address': '203.0.113.7:1234',
    'cloudfront-viewer-city': 'Lisbon',
    'cloudfront-viewer-country-name': 'Portugal',
    'x-forwarded-for': '203.0.113.7',
    forwarded: 'for=203.0.113.7',
    'x-real-ip': '203.0.113.7',
    'true-client-ip': '203.0.113.7',
    'x-origin-secret': 'guessed',
  };

  it('is not shown to the phone as where it is', async () => {
    const { username, phone } = await newPerson(nod);
    const { number } = await new Browser(nod).succeed('login-start', { body: { username }, headers: FORGED });
    const { approval } = await phone.succeed('approval-find', { body: { number } });
    expect(approval).toMatchObject({ ip: '127.0.0.1', place: null });
  });

  it('makes it no known browser', async () => {
    const person = await newPerson(nod);
    const known = await signIn(nod, person);
    const mark = known.cookies.get('__Host-browser') ?? '';
    const stranger = new Browser(nod);
    for (const value of [`${mark.slice(0, -4)}AAAA`, 'x', '#', '', person.username]) {
      stranger.cookies.set('__Host-browser', value);
      const { number } = await stranger.succeed('login-start', { body: { username: person.username } });
      const { approval } = await person.phone.succeed('approval-find', { body: { number } });
      expect([value, approval.known]).toEqual([value, false]);
    }
    expect((await person.phone.succeed('approvals')).items).toEqual([]);
  });

  it('is cut where it is long, and plain text where it is not', async () => {
    const { username, phone } = await newPerson(nod);
    for (const agent of ['<script>alert(1)</script>', 'x'.repeat(5000), 'Mozilla/5.0 \u00ff']) {
      const headers = { 'user-agent': agent };
      const { number } = await new Browser(nod).succeed('login-start', { body: { username }, headers });
      const { approval } = await phone.succeed('approval-find', { body: { number } });
      expect([approval.browser, approval.os]).toEqual(['Unknown browser', 'Unknown system']);
    }
  });

  describe('where the limit is low', () => {
    const limited = startNod({ variables: { NOD_LIMITS_SCALE: '0.01' } });
    it('makes it no other address', async () => {
      const statuses = [];
      for (let at = 0; at < 6; at++) {
        const headers = Object.fromEntries(
          Object.entries(FORGED).map(([name, value]) => [name, value.replace('113.7', `113.${at}`)]),
        );
        const call = { body: { username: newUsername() }, headers };
        statuses.push((await new Browser(limited).call('login-start', call)).status);
      }
      expect(statuses).toEqual([202, 202, 202, 202, 429, 429]);
    });
  });
});

/** Sends a request as its lines say, and returns all that comes back. */
async function rawCall(...lines: string[]): Promise<string> {
  const { hostname, port, host } = new URL(nod.origin);
  const socket = createConnection({ host: hostname, port: Number(port) });
  socket.write(`${[...lines, `host: ${host}`, 'connection: close'].join('\r\n')}\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}
