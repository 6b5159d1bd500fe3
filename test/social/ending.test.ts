import { describe, expect, it, vi } from 'vitest';
import { newKey, TTL } from '../../infra/local/demo-provider.ts';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import type { Item, Key } from '../../shared/database.ts';
import { TRIGGERS } from '../../shared/routes.ts';
import { at, idToken, json, signed, unsigned } from '../support/hostile-proxy.ts';
import { newPerson, newUsername, Phone } from '../support/people.ts';
import { type Provided, SocialBrowser, socialNod } from '../support/social.ts';

const people = Array.from({ length: 40 }, (_, at) => ({
  sub: `p${at}`,
  name: `Person ${at}`,
  preferred_username: `p${at}`,
  email: `p${at}@example.org`,
}));

const nod = socialNod({
  demo: { people },
  machine: {
    people,
    entry: {
      preset: 'authmachine',
      clientSecret: 'MACHINE_CLIENT_SECRET',
      logout: undefined,
      revocation: undefined,
    },
  },
  alone: { people },
  single: { people },
  short: { people, configuration: { ttl: { ...TTL, AccessToken: 20 } } },
  peam: { people, entry: { preset: 'peam', revocation: undefined, logout: undefined } },
});

const provided = (id = 'demo') => nod.providers[id] as Provided;

let next = 0;

/** Somebody new, signed in with a provider. */
async function signedIn(provider = 'demo', sub = `p${next++}`) {
  const browser = new SocialBrowser(nod);
  const username = newUsername();
  await browser.signInWith(provider, sub, username);
  const [userId = '', sessionId = ''] = browser.cookies.get('__Host-session')?.split('.') ?? [];
  return { browser, sub, username, userId, sessionId };
}

const sessionRow = async (id: string) =>
  (await nod.rows()).Sessions.find(({ pk, sk }) => String(pk).startsWith('usr_') && sk === `session#${id}`);

/** Who ended it, as the activity tells. */
const endsOf = async (id: string) =>
  (await nod.rows()).Sessions.filter(({ kind, sessionId }) => kind === 'ended' && sessionId === id).map(
    ({ by }) => by,
  );

async function sidOf(sessionId: string): Promise<string> {
  const row = (await nod.rows()).Sessions.find(
    ({ pk, sk }) => String(pk).startsWith('oidcsid#') && sk === `session#${sessionId}`,
  );
  return String(row?.pk).split('#').at(-1) ?? '';
}

describe('signing out of Nod', () => {
  it('ends the session here first, revokes the tokens, and leads to the provider and back', async () => {
    const { browser, sessionId } = await signedIn();
    const { proxy } = provided();
    proxy.asked.length = 0;
    const { status, providerLogoutUrl = '' } = await browser.succeed('logout');
    expect(status).toBe('closed');
    expect(await sessionRow(sessionId)).toMatchObject({ status: 'closed', reason: 'here' });
    expect(proxy.asked.filter((path) => path === '/token/revocation')).toHaveLength(2);

    const url = new URL(providerLogoutUrl);
    expect(url.origin).toBe(proxy.origin);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${nod.origin}/api/social/demo/ended`);
    const [, payload = ''] = url.searchParams.get('id_token_hint')?.split('.') ?? [];
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ aud: 'nod' });

    const state = url.searchParams.get('state') ?? '';
    const ended = (jar: SocialBrowser, query: Record<string, string>) =>
      jar.call('social-ended', { params: { provider: 'demo' }, query, headers: { accept: 'text/html' } });
    expect((await ended(browser, { state: `${state}x` })).status).toBe(400);
    const back = await ended(browser, { state });
    expect([back.status, back.headers.get('location')]).toEqual([302, '/signin?reason=here']);
    expect((await ended(browser, { state })).status).toBe(400);
    expect((await ended(browser, {})).status).toBe(302);
  });

  it('comes back to the browser that left, and to no other', async () => {
    const { browser } = await signedIn();
    const { providerLogoutUrl = '' } = await browser.succeed('logout');
    const state = new URL(providerLogoutUrl).searchParams.get('state') ?? '';
    const { status } = await new SocialBrowser(nod).call('social-ended', {
      params: { provider: 'demo' },
      query: { state },
    });
    expect(status).toBe(400);
  });

  it('works whatever the provider does', async () => {
    const { browser, sessionId } = await signedIn();
    provided().proxy.bend = () => ({ status: 500 });
    const { status } = await browser.succeed('logout');
    provided().proxy.bend = undefined;
    expect(status).toBe('closed');
    expect(await sessionRow(sessionId)).toMatchObject({ status: 'closed' });
    expect((await browser.succeed('status')).status).toBe('none');
  });

  it('says to AuthMachine that its tokens go, and to PEAM where to come back, in their words', async () => {
    const machine = await signedIn('machine');
    const { providerLogoutUrl: one = '' } = await machine.browser.succeed('logout');
    expect(new URL(one).searchParams.get('revoke_tokens')).toBe('1');
    const peam = await signedIn('peam');
    expect(new URL(await new SocialBrowser(nod).start('peam')).searchParams.get('realm')).toBe('/individu');
    const { providerLogoutUrl: two = '' } = await peam.browser.succeed('logout');
    expect(new URL(two).searchParams.get('redirect_uri')).toBe(`${nod.origin}/api/social/peam/ended`);
    expect(new URL(two).searchParams.has('post_logout_redirect_uri')).toBe(false);
  });

  it('leads nowhere for somebody whose phone let them in', async () => {
    const { browser } = await newPerson(nod);
    expect(await browser.succeed('logout')).toEqual({ status: 'closed' });
  });
});

const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const now = () => Math.floor(Date.now() / 1000);

function logoutClaims(changed: Record<string, unknown>): Record<string, unknown> {
  return {
    iss: provided().issuer,
    aud: 'nod',
    iat: now(),
    exp: now() + 120,
    jti: newUsername(),
    events: EVENTS,
    ...changed,
  };
}

const logoutToken = (
  changed: Record<string, unknown>,
  header: Record<string, unknown> = {},
  key = provided().key,
) => signed(logoutClaims(changed), key, { typ: 'logout+jwt', ...header });

const sendLogout = (token: string, provider = 'demo') =>
  new SocialBrowser(nod).call('social-logout', {
    params: { provider },
    rawBody: new URLSearchParams({ logout_token: token }).toString(),
    // As a server sends it: no origin, no cookies.
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://provider.example' },
  });

describe('signing out at the provider', () => {
  it('is told by the provider itself, and ends the sessions that it let in, and no other', async () => {
    const { browser, sub, sessionId } = await signedIn();
    const second = new SocialBrowser(nod);
    await second.goThrough('demo', sub);
    await second.succeed('login-complete');
    const other = await signedIn();

    // Through the real provider, in the first browser, which is signed in there.
    await signOutAtProvider(browser);
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'provider' });
    expect(await sessionRow(sessionId)).toMatchObject({ status: 'closed', reason: 'provider' });
    expect(await endsOf(sessionId)).toEqual(['provider']);
    expect((await second.succeed('status')).status).toBe('active');
    expect((await other.browser.succeed('status')).status).toBe('active');
  });

  it('ends every session of a subject where the token names no session', async () => {
    const { browser, sub } = await signedIn();
    const second = new SocialBrowser(nod);
    await second.goThrough('demo', sub);
    await second.succeed('login-complete');
    const approved = new SocialBrowser(nod);
    await approved.goThrough('demo', sub);
    const reply = await sendLogout(await logoutToken({ sub }));
    expect([reply.status, reply.text, reply.headers.get('cache-control')]).toEqual([200, '', 'no-store']);
    for (const jar of [browser, second]) {
      expect(await jar.succeed('status')).toMatchObject({ status: 'closed', reason: 'provider' });
    }
    expect((await approved.call('login-complete')).status).toBe(410);
  });

  it('is believed once', async () => {
    const { browser, sub } = await signedIn();
    const token = await logoutToken({ sub });
    expect((await sendLogout(token)).status).toBe(200);
    await browser.goThrough('demo', sub);
    await browser.succeed('login-complete');
    const again = await sendLogout(token);
    expect([again.status, again.problem.code]).toEqual([400, 'provider_refused']);
    expect((await browser.succeed('status')).status).toBe('active');
  });

  it('is understood with keys that the provider has just changed', async () => {
    const { browser, sub } = await signedIn();
    expect((await sendLogout(await logoutToken({ sub: 'nobody' }))).status).toBe(200);
    const key = newKey();
    const { n, e, kty, kid } = key;
    provided().proxy.bend = at(
      '/jwks',
      json(() => ({ keys: [{ n, e, kty, kid, alg: 'RS256', use: 'sig' }] })),
    );
    try {
      // The keys are fetched at most once a second.
      await vi.waitFor(
        async () => expect((await sendLogout(await logoutToken({ sub }, {}, key))).status).toBe(200),
        { timeout: 20_000, interval: 500 },
      );
    } finally {
      provided().proxy.bend = undefined;
    }
    expect((await browser.succeed('status')).status).toBe('closed');
    await vi.waitFor(
      async () => expect((await sendLogout(await logoutToken({ sub: 'nobody' }))).status).toBe(200),
      { timeout: 20_000, interval: 500 },
    );
  });

  const FORGED: [string, (own: { sub: string; sid: string }) => Promise<string>][] = [
    ['of another issuer', ({ sub }) => logoutToken({ sub, iss: 'https://evil.example' })],
    ['for another client', ({ sub }) => logoutToken({ sub, aud: 'somebody-else' })],
    ['from long ago', ({ sub }) => logoutToken({ sub, iat: now() - 130, exp: now() + 100 })],
    ['from the future', ({ sub }) => logoutToken({ sub, iat: now() + 130 })],
    ['that is over', ({ sub }) => logoutToken({ sub, exp: now() - 130 })],
    ['of no time', ({ sub }) => logoutToken({ sub, iat: undefined })],
    ['without events', ({ sub }) => logoutToken({ sub, events: undefined })],
    [
      'with another event',
      ({ sub }) => logoutToken({ sub, events: { 'http://schemas.openid.net/event/other': {} } }),
    ],
    [
      'with an event that is no object',
      ({ sub }) => logoutToken({ sub, events: { [Object.keys(EVENTS)[0] ?? '']: true } }),
    ],
    ['with a nonce', ({ sub }) => logoutToken({ sub, nonce: 'n' })],
    ['without a subject and a session', () => logoutToken({})],
    ['with a subject that is no text', ({ sub }) => logoutToken({ sub: [sub] })],
    ['without a jti', ({ sub }) => logoutToken({ sub, jti: undefined })],
    ['that is no logout token by its type', ({ sub }) => logoutToken({ sub }, { typ: 'JWT' })],
    ['of no type', ({ sub }) => logoutToken({ sub }, { typ: undefined })],
    ['of another key', ({ sub }) => logoutToken({ sub }, {}, newKey())],
    [
      'of another key under the provider’s name',
      ({ sub }) => logoutToken({ sub }, {}, { ...newKey(), kid: String(provided().key.kid) }),
    ],
    ['of nobody', ({ sub }) => unsigned(logoutClaims({ sub }), provided().key, { typ: 'logout+jwt' })],
    ['of a shared secret', async ({ sub }) => withHmac(logoutClaims({ sub }))],
    ['that is none', async () => 'hello'],
    [
      'with the session of one person and the name of another',
      ({ sid }) => logoutToken({ sid, sub: 'somebody-else' }).then(asNoMatch),
    ],
  ];
  /** Holds, but fits no session: accepted, and nothing ends. */
  const noMatch = new Set<string>();
  const asNoMatch = (token: string) => {
    noMatch.add(token);
    return token;
  };

  it.each(FORGED)('is not believed by a token %s', async (_, forge) => {
    const { browser, sub, sessionId } = await signedIn('demo', 'p39');
    const token = await forge({ sub, sid: await sidOf(sessionId) });
    const reply = await sendLogout(token);
    expect(reply.status).toBe(noMatch.has(token) ? 200 : 400);
    expect((await browser.succeed('status')).status).toBe('active');
  });

  it('is told in vain while the provider’s keys cannot be had, and told again', async () => {
    const { browser, sub } = await signedIn('alone');
    const token = await signed(
      { ...logoutClaims({ sub }), iss: provided('alone').issuer },
      provided('alone').key,
      { typ: 'logout+jwt' },
    );
    for (const keys of [
      { status: 404 },
      { body: Buffer.from('{"keys": "none"}') },
      { body: Buffer.from('hello') },
    ]) {
      provided('alone').proxy.bend = at('/jwks', () => keys);
      const { status, headers } = await sendLogout(token, 'alone');
      expect([status, headers.has('retry-after')]).toEqual([502, true]);
    }
    provided('alone').proxy.bend = undefined;
    expect((await sendLogout(token, 'alone')).status).toBe(200);
    expect((await browser.succeed('status')).status).toBe('closed');
  });

  it('comes as a form, to a provider’s own address', async () => {
    const { browser, sub } = await signedIn();
    const token = await logoutToken({ sub });
    const asJson = await browser.call('social-logout', {
      params: { provider: 'demo' },
      body: { logout_token: token },
    });
    expect(asJson.status).toBe(415);
    expect((await sendLogout(token, 'machine')).status).toBe(400);
    expect((await sendLogout(token, 'nobody')).status).toBe(404);
    expect((await browser.succeed('status')).status).toBe('active');
    expect((await sendLogout(token)).status).toBe(200);
  });
});

async function withHmac(claims: Record<string, unknown>): Promise<string> {
  const { SignJWT } = await import('jose');
  const secret = Buffer.from(provided().variables.DEMO_CLIENT_SECRET ?? '');
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'logout+jwt' }).sign(secret);
}

/** Goes to the provider's own page for signing out, and confirms. */
async function signOutAtProvider(browser: SocialBrowser): Promise<void> {
  const cookie = () => [...browser.providerCookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (response: Response) => {
    for (const text of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (text.split(';')[0] ?? '').split(/=(.*)/s);
      browser.providerCookies.set(name, value);
    }
  };
  const { origin } = provided().proxy;
  const page = await fetch(`${origin}/session/end`, { headers: { cookie: cookie() } });
  keep(page);
  const xsrf = (await page.text()).match(/name="xsrf" value="([^"]+)"/)?.[1] ?? '';
  const done = await fetch(`${origin}/session/end/confirm`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookie() },
    body: new URLSearchParams({ xsrf, logout: 'yes' }),
  });
  expect(done.status).toBe(303);
}

const check = () => nod.trigger('upstream-check', scheduledEvent(new Date()));

/** The row that says when a session's provider is to be asked about it, while there is one. */
const dueRow = async (sessionId: string) =>
  (await nod.rows()).Sessions.find(
    ({ pk, sk }) => String(pk).startsWith('recheck#') && String(sk).endsWith(sessionId),
  );

const dueAt = (row: Item | undefined): number => Number(String(row?.sk).split('#')[0]);

/** Makes a session due, as if a minute had gone by. */
async function dueNow(sessionId: string): Promise<void> {
  const TableName = nod.db.tableName('Sessions');
  const { pk, sk, ...row } = (await dueRow(sessionId)) as Item & Key;
  const earlier = [String(Date.now() - 1000), ...sk.split('#').slice(1)].join('#');
  await nod.db.write(
    { Delete: { TableName, Key: { pk, sk } } },
    { Put: { TableName, Item: { pk, sk: earlier, ...row } } },
  );
}

/** Somebody whom a provider has let in, and whose phone has said yes to an act since. */
async function steppedUp(provider = 'demo') {
  const person = await signedIn(provider);
  const { browser, username } = person;
  const phone = new Phone(nod);
  await phone.enrol((await browser.succeed('device-invite')).enrolUrl);
  const { number } = await browser.succeed('login-start', { body: { username, act: 'new_recovery_code' } });
  await phone.approve(number);
  await browser.succeed('login-complete');
  return person;
}

describe('after a step-up by the phone, what a provider has let in', () => {
  it.each(['sub', 'sid'])('ends with its session there, by a token with its %s', async (by) => {
    const { browser, sub, sessionId } = await steppedUp();
    const sid = await sidOf(sessionId);
    const bySignIn = by === 'sub' ? { sub } : { sid };
    expect((await sendLogout(await logoutToken(bySignIn))).status).toBe(200);
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'provider' });
  });

  it('ends while the step-up completes', async () => {
    for (let round = 0; round < 4; round++) {
      const { browser, sub, username } = await signedIn();
      const phone = new Phone(nod);
      await phone.enrol((await browser.succeed('device-invite')).enrolUrl);
      const { number } = await browser.succeed('login-start', { body: { username, act: 'add_phone' } });
      await phone.approve(number);
      const token = await logoutToken({ sub });
      const [, told] = await Promise.all([browser.call('login-complete'), sendLogout(token)]);
      expect(told.status).toBe(200);
      expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'provider' });
    }
  });

  it('ends once it is revoked there, and is asked about until then', async () => {
    const { browser, sub, sessionId } = await steppedUp();
    await dueNow(sessionId);
    await check();
    expect((await browser.succeed('status')).status).toBe('active');
    provided().revoke(sub);
    await dueNow(sessionId);
    await check();
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'provider' });
    expect(await dueRow(sessionId)).toBeUndefined();
  });

  it('signs out there, too', async () => {
    const { browser } = await steppedUp();
    const { proxy } = provided();
    proxy.asked.length = 0;
    const { providerLogoutUrl = '' } = await browser.succeed('logout');
    expect(new URL(providerLogoutUrl).origin).toBe(proxy.origin);
    expect(proxy.asked.filter((path) => path === '/token/revocation')).toHaveLength(2);
  });

  it('ends with its link', async () => {
    const { browser, sub } = await steppedUp();
    const elsewhere = new SocialBrowser(nod);
    await elsewhere.goThrough('demo', sub);
    await elsewhere.succeed('login-complete');
    await elsewhere.succeed('social-unlink', { params: { provider: 'demo' } });
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'elsewhere' });
    expect((await elsewhere.succeed('status')).status).toBe('active');
  });
});

describe('what was revoked at the provider', () => {
  it('is over with the next check, whether or not anybody asks', async () => {
    const { browser, sub, sessionId } = await signedIn();
    const other = await signedIn();
    for (const { sessionId: id } of [{ sessionId }, other]) await dueNow(id);
    await check();
    expect((await browser.succeed('status')).status).toBe('active');

    provided().revoke(sub);
    for (const { sessionId: id } of [{ sessionId }, other]) await dueNow(id);
    await check();
    expect(await sessionRow(sessionId)).toMatchObject({ status: 'closed', reason: 'provider' });
    expect(await endsOf(sessionId)).toEqual(['provider']);
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'provider' });
    expect((await other.browser.succeed('status')).status).toBe('active');
    expect(await dueRow(sessionId)).toBeUndefined();
  });

  it('is asked about in every run of the schedule, from the first one on', async () => {
    const { sessionId } = await signedIn('alone');
    const { approvedAt } = (await sessionRow(sessionId)) ?? {};
    expect(dueAt(await dueRow(sessionId))).toBe(Math.round(Number(approvedAt) * 1000));
    const before = Date.now();
    await check();
    const lead = dueAt(await dueRow(sessionId)) - before;
    expect(lead).toBeGreaterThan(0);
    expect(lead).toBeLessThan(TRIGGERS['upstream-check'].trigger.everySeconds * 1000);
  });

  it('lives on while the provider is down, and is asked about again', async () => {
    const { browser, sub, sessionId } = await signedIn();
    provided().revoke(sub);
    provided().proxy.bend = () => ({ status: 503 });
    await dueNow(sessionId);
    await check();
    provided().proxy.bend = undefined;
    expect((await browser.succeed('status')).status).toBe('active');
    expect(await dueRow(sessionId)).toBeDefined();
    await dueNow(sessionId);
    await check();
    expect((await browser.succeed('status')).status).toBe('closed');
  });

  it('is told by AuthMachine in its own words', async () => {
    const { browser, sessionId } = await signedIn('machine');
    for (const [revoked, status] of [
      [false, 'active'],
      [true, 'closed'],
    ] as const) {
      // oidc-provider knows no such grant: this is AuthMachine's answer in the place of its refusal.
      provided('machine').proxy.bend = at('/token', ({ status }) =>
        status === 400 ? { status: 200, body: Buffer.from(JSON.stringify({ revoked })) } : undefined,
      );
      await dueNow(sessionId);
      await check();
      provided('machine').proxy.bend = undefined;
      expect((await browser.succeed('status')).status).toBe(status);
    }
  });

  it('is asked about with new tokens where the old ones end, and over when there are none', async () => {
    const { browser, sub, sessionId } = await signedIn('short');
    const upstream = async () => (await nod.rows()).Sessions.find(({ pk }) => pk === `upstream#${sessionId}`);
    const before = await upstream();
    await dueNow(sessionId);
    await check();
    expect((await browser.succeed('status')).status).toBe('active');
    expect((await upstream())?.sealed).not.toBe(before?.sealed);
    expect(await upstream()).toMatchObject({ version: 3, isRenewing: false });
    provided('short').revoke(sub);
    await dueNow(sessionId);
    await check();
    expect((await browser.succeed('status')).status).toBe('closed');
  });

  it('is not believed to be with somebody else’s new tokens', async () => {
    const { browser, sessionId } = await signedIn('short');
    const { proxy, key } = provided('short');
    proxy.bend = idToken(key, (own) => ({ ...own, sub: 'p0' }));
    await dueNow(sessionId);
    await check();
    proxy.bend = undefined;
    expect((await browser.succeed('status')).status).toBe('active');
    const upstream = (await nod.rows()).Sessions.find(({ pk }) => pk === `upstream#${sessionId}`);
    expect(upstream).toMatchObject({ version: 2, isRenewing: true });
  });

  it('is not taken for revoked because its own renewal was cut off', async () => {
    const { browser, sub, sessionId } = await signedIn('short');
    const row = (await nod.rows()).Sessions.find(({ pk }) => pk === `upstream#${sessionId}`);
    await nod.db.write({
      Put: { TableName: nod.db.tableName('Sessions'), Item: { ...row, isRenewing: true } },
    });
    provided('short').revoke(sub);
    await dueNow(sessionId);
    await check();
    expect((await browser.succeed('status')).status).toBe('active');
    expect(await dueRow(sessionId)).toBeUndefined();
  });

  it('is asked about once, however many runs there are at a time', async () => {
    const { sessionId } = await signedIn('single');
    await dueNow(sessionId);
    provided('single').proxy.asked.length = 0;
    await Promise.all([check(), check(), check()]);
    expect(provided('single').proxy.asked.filter((path) => path === '/token/introspection')).toHaveLength(1);
  });

  it('costs nothing for sessions that no provider let in, or that are over', async () => {
    const { browser, sessionId } = await signedIn();
    await dueNow(sessionId);
    await browser.succeed('logout');
    // That it is over is seen once.
    await check();
    expect(await dueRow(sessionId)).toBeUndefined();
    nod.recordingProxy.calls.length = 0;
    await check();
    const calls = nod.recordingProxy.calls.filter(({ key }) => key === 'upstream0check');
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({ input }) => JSON.stringify(input).includes(sessionId))).toEqual([]);
  });

  it('is never sent to the browser, nor stored so that it can be read', async () => {
    const { browser, sessionId } = await signedIn();
    const row = (await nod.rows()).Sessions.find(({ pk }) => pk === `upstream#${sessionId}`);
    expect(Object.keys(row ?? {}).sort()).toEqual([
      'expiresAt',
      'pk',
      'provider',
      'sealed',
      'sk',
      'userId',
      'version',
    ]);
    expect(String(row?.sealed)).not.toContain('eyJ');
    expect(JSON.stringify(await browser.succeed('me'))).not.toContain('eyJ');
  });
});
