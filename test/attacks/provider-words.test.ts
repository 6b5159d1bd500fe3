/** What a provider says by what it signs: that somebody is out there, and who somebody is. */
import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { at, idToken, json, signed } from '../support/hostile-proxy.ts';
import { newUsername } from '../support/people.ts';
import { type Provided, SocialBrowser, socialNod } from '../support/social.ts';
import { whileWriting } from '../support/while-writing.ts';

const people = Array.from({ length: 40 }, (_, at) => ({
  sub: `p${at}`,
  name: `Person ${at}`,
  preferred_username: `p${at}`,
  email: `p${at}@example.org`,
}));

const nod = socialNod({ demo: { people } });

const demo = () => nod.providers.demo as Provided;
const now = () => Math.floor(Date.now() / 1000);
const DAY = 24 * 60 * 60;

let next = 0;
const somebodyThere = () => `p${next++}`;

afterEach(() => {
  demo().proxy.bend = undefined;
  nod.recordingProxy.mend();
});

const sessionIdIn = (browser: SocialBrowser) => browser.cookies.get('__Host-session')?.split('.')[1] ?? '';

const sessionsBornFrom = async (sub: string) => {
  const { Sessions } = await nod.rows();
  return Sessions.filter(({ pk }) => String(pk).startsWith('oidcsub#') && String(pk).endsWith(`#${sub}`));
};

const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };

/** The provider says that somebody has signed out there. */
async function signOutThere(changed: Record<string, unknown>) {
  const claims = {
    iss: demo().issuer,
    aud: 'nod',
    iat: now(),
    exp: now() + 120,
    jti: newUsername(),
    events: EVENTS,
  };
  const token = await signed({ ...claims, ...changed }, demo().key, { typ: 'logout+jwt' });
  return new SocialBrowser(nod).call('social-logout', {
    params: { provider: 'demo' },
    rawBody: new URLSearchParams({ logout_token: token }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

describe('somebody who signed out at the provider while on the way', () => {
  async function known(sub: string) {
    const browser = new SocialBrowser(nod);
    await browser.signInWith('demo', sub, newUsername());
    const row = (await nod.rows()).Sessions.find(
      ({ pk, sk }) => String(pk).startsWith('oidcsid#') && sk === `session#${sessionIdIn(browser)}`,
    );
    return { browser, sid: String(row?.pk).split('#').at(-1) };
  }

  it.each(['subject', 'session'] as const)('by %s does not come in by a return', async (by) => {
    const sub = somebodyThere();
    const { browser, sid } = await known(sub);
    const url = await browser.pick(sub, await browser.start('demo'));
    expect((await signOutThere(by === 'subject' ? { sub } : { sid })).status).toBe(200);
    const back = await browser.comeBack(url);
    expect(back.status).toBe(400);
    expect((await browser.succeed('status')).status).toBe('closed');
    expect(await sessionsBornFrom(sub)).toHaveLength(1);
    // Whoever begins anew is let in again.
    expect((await browser.goThrough('demo', sub)).status).toBe(302);
    await browser.succeed('login-complete');
  });

  it('does not come in by an answer', async () => {
    const sub = somebodyThere();
    const browser = new SocialBrowser(nod);
    await browser.goThrough('demo', sub);
    await signOutThere({ sub });
    const body = { username: newUsername() };
    const { status, problem } = await browser.answer(body);
    expect([status, problem.code]).toEqual([400, 'signed_out_there']);
    expect((await nod.rows()).Users.filter(({ username }) => username === body.username)).toEqual([]);
  });

  it('is not held up by what was said of somebody else', async () => {
    const [sub, other] = [somebodyThere(), somebodyThere()];
    const { browser, sid } = await known(sub);
    const url = await browser.pick(sub, await browser.start('demo'));
    await signOutThere({ sub: other });
    await signOutThere({ sub: other, sid });
    expect((await browser.comeBack(url)).status).toBe(302);
  });

  it('comes in at no moment, however close', async () => {
    const sub = somebodyThere();
    const { browser } = await known(sub);
    const url = await browser.pick(sub, await browser.start('demo'));
    const back = await whileWriting(
      nod,
      { from: 'social-callback', after: 1 },
      () => browser.comeBack(url),
      () => signOutThere({ sub }),
    );
    expect(back.status).toBe(400);
    expect((await browser.call('login-complete')).status).not.toBe(200);
  });
});

describe('what a provider signs', () => {
  it.each<[string, Record<string, unknown>]>([
    ['without an end', { exp: undefined }],
    ['with an end that is no number', { exp: 'tomorrow' }],
  ])('ends nothing as a logout token %s', async (_, changed) => {
    const sub = somebodyThere();
    const browser = new SocialBrowser(nod);
    await browser.signInWith('demo', sub, newUsername());
    expect((await signOutThere({ sub, ...changed })).status).toBe(400);
    expect((await browser.succeed('status')).status).toBe('active');
  });

  it.each<[string, (own: JWTPayload) => JWTPayload, number]>([
    ['eleven minutes old', (own) => ({ ...own, iat: now() - 660 }), 400],
    ['a day old, and good for a week', (own) => ({ ...own, iat: now() - DAY, exp: now() + 7 * DAY }), 400],
    ['nine minutes old', (own) => ({ ...own, iat: now() - 540 }), 302],
    ['for another access token', (own) => ({ ...own, at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }), 400],
    ['for no access token', (own) => ({ ...own, at_hash: '' }), 400],
    ['for an access token that is no text', (own) => ({ ...own, at_hash: 7 }), 400],
    ['without saying for which access token', ({ at_hash: _, ...own }) => own, 302],
  ])('as an ID token %s', async (_, change, status) => {
    demo().proxy.bend = idToken(demo().key, change);
    expect((await new SocialBrowser(nod).goThrough('demo', somebodyThere())).status).toBe(status);
  });

  it.each(['sha256', 'sha512'] as const)(
    'names its access token by the hash of its algorithm: %s',
    async (by) => {
      demo().proxy.bend = at(
        '/token',
        json(async (body) => {
          const [, payload = ''] = String(body.id_token).split('.');
          const own = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload;
          const half = createHash(by)
            .update(String(body.access_token))
            .digest()
            .subarray(0, by === 'sha256' ? 16 : 32);
          const id_token = await signed({ ...own, at_hash: half.toString('base64url') }, demo().key);
          return { ...body, id_token };
        }),
      );
      const { status } = await new SocialBrowser(nod).goThrough('demo', somebodyThere());
      // It is signed with RS256.
      expect(status).toBe(by === 'sha256' ? 302 : 400);
    },
  );
});
