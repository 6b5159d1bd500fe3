/**
 * What a provider, or somebody between it and the browser, may try: nobody gets in, and nothing can be tried
 * twice.
 */
import { createPublicKey } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { newKey } from '../../infra/local/demo-provider.ts';
import { age } from '../support/ageing.ts';
import type { Reply } from '../support/browser.ts';
import { at, type Bend, idToken, json, signed, unsigned } from '../support/hostile-proxy.ts';
import { newUsername } from '../support/people.ts';
import { type Provided, SocialBrowser, socialNod } from '../support/social.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = socialNod({
  demo: {},
  other: {},
  liar: {},
  signs: { entry: { userinfoSignedResponseAlg: 'RS256' } },
});

const ADA = 'demo-ada';
const demo = () => nod.providers.demo as Provided;

afterEach(() => {
  for (const { proxy } of Object.values(nod.providers)) proxy.bend = undefined;
});

/** What every refusal is: a page, no session, and nothing left to try again with. */
async function expectRefused(reply: Reply<'social-callback'>, status = 400): Promise<void> {
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(reply.text).toContain('<h1>That did not work</h1>');
  // What was begun is over, for this browser too.
  const cookies = reply.headers.getSetCookie();
  expect(cookies.filter((cookie) => !/^__Host-oidc-[\w-]+=; Max-Age=0;/.test(cookie))).toEqual([]);
  const { Sessions, Users, SocialLinks } = await nod.rows();
  expect(
    Sessions.filter(({ pk, sk }) => /^(oidc|upstream)/.test(String(pk)) || /^session#/.test(String(sk))),
  ).toEqual([]);
  expect([Users, SocialLinks]).toEqual([[], []]);
}

const now = () => Math.floor(Date.now() / 1000);
const claims =
  (change: (claims: JWTPayload) => JWTPayload): (() => Bend) =>
  () =>
    idToken(demo().key, change);
const without = (name: string) => claims(({ [name]: _, ...rest }) => rest);

const FORGERIES: [string, () => Bend][] = [
  ['another nonce', claims((own) => ({ ...own, nonce: 'another' }))],
  ['no nonce', without('nonce')],
  ['another audience', claims((own) => ({ ...own, aud: 'somebody-else' }))],
  ['an audience beside ours', claims((own) => ({ ...own, aud: ['nod', 'somebody-else'] }))],
  ['another party that it is for', claims((own) => ({ ...own, azp: 'somebody-else' }))],
  ['two audiences and another party', claims((own) => ({ ...own, aud: ['nod', 'x'], azp: 'x' }))],
  ['another issuer', claims((own) => ({ ...own, iss: 'https://evil.example' }))],
  ['our issuer with a slash', claims((own) => ({ ...own, iss: `${own.iss}/` }))],
  ['an end that is past', claims((own) => ({ ...own, exp: now() - 60 }))],
  ['no end', without('exp')],
  ['a beginning in the future', claims((own) => ({ ...own, iat: now() + 90 }))],
  ['no beginning', without('iat')],
  ['no subject', without('sub')],
  ['an empty subject', claims((own) => ({ ...own, sub: '' }))],
  ['a subject that is no text', claims((own) => ({ ...own, sub: 7 as unknown as string }))],
  ['no signature', () => idToken(demo().key, (own) => own, unsigned)],
  [
    'no signature, in other letters',
    () =>
      idToken(
        demo().key,
        (own) => own,
        (own, key) => unsigned(own, key, { alg: 'nOnE' }),
      ),
  ],
  ['a key that is not the provider’s', () => idToken(newKey(), (own) => own)],
  [
    'another key under the provider’s name',
    () => idToken({ ...newKey(), kid: String(demo().key.kid) }, (own) => own),
  ],
  ['our public key as a shared secret', () => idToken(demo().key, (own) => own, withPublicKeyAsSecret)],
  ['a signature by a critical extension', () => idToken(demo().key, (own) => own, critical)],
  [
    'no ID token',
    () =>
      at(
        '/token',
        json(({ id_token: _, ...rest }) => rest),
      ),
  ],
  ['no JSON', () => at('/token', () => ({ body: Buffer.from('hello') }))],
  [
    'userinfo of somebody else',
    () =>
      at(
        '/me',
        json((own) => ({ ...own, sub: 'demo-alan' })),
      ),
  ],
  [
    'userinfo of nobody',
    () =>
      at(
        '/me',
        json(({ sub: _, ...rest }) => rest),
      ),
  ],
  [
    'more than anybody can keep',
    () =>
      at(
        '/me',
        json((own) => ({ ...own, bio: 'x'.repeat(200_000) })),
      ),
  ],
];

async function withPublicKeyAsSecret(own: JWTPayload): Promise<string> {
  const pem = createPublicKey({ key: demo().key as never, format: 'jwk' }).export({
    type: 'spki',
    format: 'pem',
  });
  return new SignJWT(own).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(pem));
}

async function critical(own: JWTPayload, key: Provided['key']): Promise<string> {
  const [, payload, signature] = (await signed(own, key)).split('.');
  const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid: key.kid, crit: ['x'], x: 1 })).toString(
    'base64url',
  );
  return [header, payload, signature].join('.');
}

describe('a provider’s answer is refused', () => {
  it.each(FORGERIES)('with %s', async (_, bend) => {
    demo().proxy.bend = bend();
    const browser = new SocialBrowser(nod);
    const url = await browser.pick(ADA, await browser.start('demo'));
    await expectRefused(await browser.comeBack(url));
    demo().proxy.bend = undefined;
    await expectRefused(await browser.comeBack(url));
  });

  it('and would not be, as the provider gave it and signed again', async () => {
    demo().proxy.bend = idToken(demo().key, (own) => own);
    const browser = new SocialBrowser(nod);
    const reply = await browser.goThrough('demo', ADA);
    expect(reply.headers.get('location')).toMatch(/^\/social\?next=%2F#question=ses_/);
    await sweepDances();
  });
});

/** Takes away what a test left waiting, so that the next one finds the tables empty. */
async function sweepDances(): Promise<void> {
  const { Sessions } = await nod.rows();
  for (const { pk, sk } of Sessions.filter(({ pk }) => String(pk).startsWith('oidc#'))) {
    await nod.db.write({ Delete: { TableName: nod.db.tableName('Sessions'), Key: { pk, sk } } });
  }
}

describe('signed userinfo', () => {
  const signs = () => nod.providers.signs as Provided;
  const userinfo = (sign: (claims: JWTPayload) => Promise<string>): Bend =>
    at('/me', async ({ body, headers }) => ({
      body: Buffer.from(await sign({ ...JSON.parse(body.toString()), iss: signs().issuer, aud: 'nod' })),
      headers: { ...headers, 'content-type': 'application/jwt' },
    }));

  it('is read where the operator says how it is signed, and the metadata does not', async () => {
    const metadata = await (await fetch(discoveryOf(signs()))).json();
    expect(metadata).not.toHaveProperty('userinfo_signing_alg_values_supported');
    signs().proxy.bend = userinfo((own) => signed({ ...own, preferred_username: 'signed_ada' }, signs().key));
    const browser = new SocialBrowser(nod);
    await browser.goThrough('signs', ADA);
    expect(await browser.question()).toMatchObject({ suggestion: 'signed_ada' });
    await sweepDances();
  });

  it.each<[string, () => Bend | undefined]>([
    ['not signed at all', () => undefined],
    ['signed by nothing', () => userinfo((own) => unsigned(own, signs().key))],
    [
      'signed with another key',
      () => userinfo((own) => signed(own, { ...newKey(), kid: String(signs().key.kid) })),
    ],
    ['for another client', () => userinfo((own) => signed({ ...own, aud: 'somebody-else' }, signs().key))],
    ['of somebody else', () => userinfo((own) => signed({ ...own, sub: 'demo-alan' }, signs().key))],
    ['signed by another algorithm', () => userinfo((own) => signed(own, signs().key, { alg: 'PS256' }))],
  ])('is refused where it is %s', async (_, bend) => {
    signs().proxy.bend = bend();
    await expectRefused(await new SocialBrowser(nod).goThrough('signs', ADA));
  });

  it('is refused where neither says how it is signed', async () => {
    demo().proxy.bend = userinfo((own) => signed(own, demo().key));
    await expectRefused(await new SocialBrowser(nod).goThrough('demo', ADA));
  });
});

const discoveryOf = ({ issuer }: Provided): string => `${issuer}/.well-known/openid-configuration`;

describe('the demo provider', () => {
  it('says what to do to who goes back to a question that was answered', async () => {
    const browser = new SocialBrowser(nod);
    const start = await browser.start('demo');
    const first = await fetch(start, { redirect: 'manual' });
    const pick = new URL(first.headers.get('location') ?? '', start);
    // Another browser than the one that was sent there, as one whose cookie is spent.
    for (const method of ['GET', 'POST']) {
      const again = await fetch(pick, { method, redirect: 'manual' });
      expect(again.status).toBe(400);
      expect(again.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await again.text()).toContain(`<a href="${nod.origin}/signin">Start again at Nod</a>`);
    }
    await sweepDances();
  });
});

describe('a return is refused', () => {
  it.each<[string, (url: URL) => void]>([
    ['without a state', (url) => url.searchParams.delete('state')],
    ['with another state', (url) => url.searchParams.set('state', 'x'.repeat(43))],
    ['with the state of nothing', (url) => url.searchParams.set('state', '')],
  ])('%s', async (_, change) => {
    const browser = new SocialBrowser(nod);
    const url = await browser.pick(ADA, await browser.start('demo'));
    change(url);
    const reply = await browser.comeBack(url);
    await sweepDances();
    await expectRefused(reply);
  });

  it.each<[string, (url: URL) => void]>([
    ['with its state twice', (url) => url.searchParams.append('state', url.searchParams.get('state') ?? '')],
    ['with another state beside its own', (url) => url.searchParams.append('state', 'x')],
    ['with two codes', (url) => url.searchParams.append('code', 'x')],
    ['without a code', (url) => url.searchParams.delete('code')],
    ['with a made-up code', (url) => url.searchParams.set('code', 'x')],
    ['from another issuer (RFC 9207)', (url) => url.searchParams.set('iss', 'https://evil.example')],
    ['without its issuer, where the provider tells it', (url) => url.searchParams.delete('iss')],
  ])('%s, and spent', async (_, change) => {
    const browser = new SocialBrowser(nod);
    const url = await browser.pick(ADA, await browser.start('demo'));
    const bent = new URL(url);
    change(bent);
    await expectRefused(await browser.comeBack(bent));
    await expectRefused(await browser.comeBack(url));
  });

  it('in another browser, and spent', async () => {
    const browser = new SocialBrowser(nod);
    const url = await browser.pick(ADA, await browser.start('demo'));
    await expectRefused(await new SocialBrowser(nod).comeBack(url));
    await expectRefused(await browser.comeBack(url));
  });

  it('in a browser with an authorization request of its own', async () => {
    const [victim, attacker] = [new SocialBrowser(nod), new SocialBrowser(nod)];
    await victim.start('demo');
    const url = await attacker.pick(ADA, await attacker.start('demo'));
    const reply = await victim.comeBack(url);
    await sweepDances();
    await expectRefused(reply);
  });

  it('at another provider’s address, and spent', async () => {
    const browser = new SocialBrowser(nod);
    const url = await browser.pick(ADA, await browser.start('demo'));
    const mixedUp = new URL(url);
    mixedUp.pathname = '/api/social/other/callback';
    await expectRefused(await browser.comeBack(mixedUp));
    await expectRefused(await browser.comeBack(url));
    expect(nod.providers.other?.proxy.asked).toEqual([]);
  });

  it('when nobody signed in at the provider', async () => {
    const browser = new SocialBrowser(nod);
    await expectRefused(await browser.goThrough('demo', ''));
  });

  it('after ten minutes', async () => {
    const browser = new SocialBrowser(nod);
    const url = await browser.pick(ADA, await browser.start('demo'));
    await age(nod, 'Sessions', 'oidc#', 601);
    const reply = await browser.comeBack(url);
    await sweepDances();
    await expectRefused(reply);
  });

  it('once it has been used, also with a new authorization request', async () => {
    const browser = new SocialBrowser(nod);
    const used = await browser.pick(ADA, await browser.start('demo'));
    expect((await browser.comeBack(used)).status).toBe(302);
    await sweepDances();
    await expectRefused(await browser.comeBack(used));
    const next = await browser.pick(ADA, await browser.start('demo'));
    next.searchParams.set('code', used.searchParams.get('code') ?? '');
    await expectRefused(await browser.comeBack(next));
  });

  it('to all but one of those that come at once', async () => {
    const browser = new SocialBrowser(nod);
    const url = await browser.pick(ADA, await browser.start('demo'));
    const replies = await Promise.all([1, 2, 3, 4].map(() => browser.copyForSocial().comeBack(url)));
    expect(replies.map(({ status }) => status).sort()).toEqual([302, 400, 400, 400]);
    await sweepDances();
  });

  it('with a problem for who asks for one', async () => {
    const browser = new SocialBrowser(nod);
    const url = new URL('/api/social/demo/callback?state=x', nod.origin);
    const { problem } = await browser.comeBack(url, { accept: 'application/json' });
    expect([problem.status, problem.code]).toEqual([400, 'authorization_unknown']);
  });
});

describe('a provider in trouble', () => {
  it.each<[string, Bend]>([
    ['answers 500', at('/token', () => ({ status: 500 }))],
    ['answers 429', at('/token', () => ({ status: 429 }))],
    ['sends 5 MB', at('/token', () => ({ body: Buffer.alloc(5_000_000, ' ') }))],
    ['sends 5 MB of keys', at('/jwks', () => ({ body: Buffer.alloc(5_000_000, ' ') }))],
    ['hangs up', at('/me', () => Promise.reject(new Error('gone')))],
    ['does not answer', at('/token', () => new Promise(() => {}))],
  ])('%s: 502, and a repeat works', async (_, bend) => {
    demo().proxy.bend = bend;
    const browser = new SocialBrowser(nod);
    const reply = await browser.goThrough('demo', ADA);
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectRefused(reply, 502);
    demo().proxy.bend = undefined;
    expect((await browser.goThrough('demo', ADA)).status).toBe(302);
    await sweepDances();
  });

  it('that speaks for another issuer is not gone to, and nothing is written', async () => {
    const { proxy } = nod.providers.liar as Provided;
    const discovery = '/.well-known/openid-configuration';
    proxy.bend = at(
      discovery,
      json((own) => ({ ...own, issuer: demo().issuer })),
    );
    const browser = new SocialBrowser(nod);
    const begin = { params: { provider: 'liar' }, body: { next: '/' } };
    const { status, headers } = await unchanged(
      nod,
      () => browser.call('social-start', begin),
      'a limit counts it',
    );
    expect([status, headers.getSetCookie()]).toEqual([502, []]);
    proxy.bend = at(discovery, () => ({ status: 503 }));
    expect((await browser.call('social-start', begin)).status).toBe(502);
    proxy.bend = undefined;
    expect((await browser.goThrough('liar', ADA)).status).toBe(302);
    await sweepDances();
  });

  it('that has changed its keys is understood at once', async () => {
    const browser = new SocialBrowser(nod);
    expect((await browser.goThrough('demo', ADA)).status).toBe(302);
    const key = newKey();
    const publicKey = createPublicKey({ key: key as never, format: 'jwk' }).export({ format: 'jwk' });
    const rotated = json(() => ({ keys: [{ ...publicKey, kid: key.kid, alg: 'RS256', use: 'sig' }] }));
    const resigned = idToken(key, (own) => own);
    demo().proxy.bend = async (passing) => (await at('/jwks', rotated)(passing)) ?? resigned(passing);
    expect((await browser.goThrough('demo', ADA)).status).toBe(302);
    demo().proxy.bend = at('/jwks', rotated);
    await sweepDances();
    await expectRefused(await browser.goThrough('demo', ADA));
  });
});

describe('going to a provider', () => {
  it('takes along a state, a nonce and a challenge, each new, and nothing that is secret', async () => {
    const urls = await Promise.all([1, 2].map(() => new SocialBrowser(nod).start('demo')));
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const values = urls.map((url) => url.searchParams.get(name) ?? '');
      expect(values[0]?.length).toBeGreaterThanOrEqual(43);
      expect(values[0]).not.toBe(values[1]);
    }
    const { searchParams } = urls[0] as URL;
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('redirect_uri')).toBe(`${nod.origin}/api/social/demo/callback`);
    const authorization = (await nod.rows()).Sessions.find(
      ({ pk }) => pk === `oidc#${searchParams.get('state')}`,
    );
    expect(searchParams.toString()).not.toContain(String(authorization?.verifier));
    await sweepDances();
  });

  it.each([
    ['/account?tab=1#x', '/account?tab=1#x'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('with next=%s leads to %s', async (next, expected) => {
    const browser = new SocialBrowser(nod);
    const { headers } = await browser.goThrough('demo', ADA, { next });
    expect(headers.get('location')).toBe(
      `/social?${new URLSearchParams({ next: expected })}#question=${browser.authorization}`,
    );
    await sweepDances();
  });

  it('is only to providers that are configured', async () => {
    const { status, problem } = await new SocialBrowser(nod).call('social-start', {
      params: { provider: 'evil' },
      body: { next: '/' },
    });
    expect([status, problem.code]).toEqual([404, 'provider_unknown']);
    expect((await new SocialBrowser(nod).succeed('social-providers')).items.map(({ id }) => id)).toEqual([
      'demo',
      'other',
      'liar',
      'signs',
    ]);
  });
});

it('a name stays with the question of the browser that it was asked in', async () => {
  const browser = new SocialBrowser(nod);
  await browser.goThrough('demo', ADA);
  const stranger = new SocialBrowser(nod);
  await stranger.goThrough('demo', 'demo-alan');
  const own = `__Host-oidc-${browser.authorization}`;
  const forged = (value: string | undefined) => {
    const other = new SocialBrowser(nod);
    if (value !== undefined) other.cookies.set(own, value);
    return other;
  };
  const theirs = stranger.cookies.get(`__Host-oidc-${stranger.authorization}`) ?? '';
  const made = `${Date.now()}.${'A'.repeat(43)}`;
  for (const other of [forged(undefined), forged(theirs), forged(made), forged(''), stranger]) {
    other.authorization = browser.authorization;
    const { status, problem } = await other.answer({ username: newUsername() });
    expect([status, problem.code]).toEqual([401, 'not_awaiting_input']);
    const query = { authorization: browser.authorization };
    expect((await other.call('social-question', { query })).status).toBe(401);
  }
  expect((await browser.question()).question).toBe('username');
});
