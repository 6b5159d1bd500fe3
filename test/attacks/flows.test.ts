/**
 * Flows side by side in one browser, and what other browsers and other sites can make of them: each is its own, and bound
 * to the browser that it began in.
 */
import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { Browser } from '../support/browser.ts';
import { newPerson, newUsername, Phone } from '../support/people.ts';
import { SocialBrowser, socialNod } from '../support/social.ts';
import { unchanged } from '../support/unchanged.ts';

const people = Array.from({ length: 40 }, (_, at) => ({
  sub: `p${at}`,
  name: `Person ${at}`,
  preferred_username: `p${at}`,
  email: `p${at}@example.org`,
}));
const nod = socialNod({ demo: { people } });

let next = 0;
const somebodyThere = () => `p${next++}`;

const flowsIn = ({ cookies }: Browser, flow: 'oidc' | 'passkey') =>
  [...cookies.keys()].filter((name) => name.startsWith(`__Host-${flow}-`));

/** Another tab of the same browser: the jar is one. */
function tabOf(browser: SocialBrowser): SocialBrowser {
  const tab = new SocialBrowser(nod);
  Object.defineProperty(tab, 'cookies', { value: browser.cookies });
  Object.defineProperty(tab, 'providerCookies', { value: browser.providerCookies });
  return tab;
}

describe('in one browser', () => {
  it('a return, a question, a passkey and a number go side by side', async () => {
    const { username, phone } = await newPerson(nod);
    const browser = new SocialBrowser(nod);
    const [away, asked, fingerprint, number, opened] = [1, 2, 3, 4, 5].map(() => tabOf(browser)) as [
      SocialBrowser,
      SocialBrowser,
      SocialBrowser,
      SocialBrowser,
      SocialBrowser,
    ];
    const sub = somebodyThere();
    const url = await away.pick(sub, await away.start('demo'));
    browser.providerCookies.clear();
    await asked.goThrough('demo', somebodyThere());
    const { publicKey } = await fingerprint.succeed('passkey-options');
    const waiting = await number.succeed('login-start', { body: { username } });
    const signin = browser.cookies.get('__Host-signin');
    // Opening a page takes nothing: it asks for a passkey, and whose session it is.
    await opened.succeed('passkey-options');
    await opened.succeed('status');
    expect(browser.cookies.get('__Host-signin')).toBe(signin);

    expect((await asked.question()).question).toBe('username');
    expect((await number.succeed('status')).status).toBe('pending');
    const body = { assertion: phone.authenticator.get(publicKey) };
    const jar = new Map(browser.cookies);
    const restored = () => {
      browser.cookies.clear();
      for (const [name, value] of jar) browser.cookies.set(name, value);
    };
    // Each of them ends well, whichever is first.
    await fingerprint.succeed('passkey-answer', { body });
    expect((await fingerprint.succeed('login-complete')).user.username).toBe(username);
    restored();
    const back = await away.comeBack(url);
    expect([back.status, back.headers.get('location')]).toEqual([302, expect.stringContaining('#question=')]);
    const name = newUsername();
    await asked.answered({ username: name });
    expect((await asked.succeed('login-complete')).user.username).toBe(name);
    restored();
    await phone.approve(waiting.number);
    expect((await number.succeed('login-complete')).user.username).toBe(username);
    expect(away.authorization).not.toBe(asked.authorization);
  });

  it('each flow’s cookie is cleared when it ends, however it does', async () => {
    const { phone } = await newPerson(nod);
    const browser = new SocialBrowser(nod);
    const sub = somebodyThere();
    await browser.signInWith('demo', sub, newUsername());
    expect(flowsIn(browser, 'oidc')).toEqual([]);
    await browser.goThrough('demo', sub);
    expect(flowsIn(browser, 'oidc')).toEqual([]);
    browser.providerCookies.clear();
    const refused = await browser.goThrough('demo', '');
    expect([refused.status, flowsIn(browser, 'oidc')]).toEqual([400, []]);
    await browser.signInWith('demo', sub, '');
    const { providerLogoutUrl = '' } = await browser.succeed('logout');
    expect(flowsIn(browser, 'oidc')).toHaveLength(1);
    const query = { state: new URL(providerLogoutUrl).searchParams.get('state') ?? '' };
    await browser.call('social-ended', { params: { provider: 'demo' }, query });
    expect(flowsIn(browser, 'oidc')).toEqual([]);
    const { publicKey } = await browser.succeed('passkey-options');
    expect(flowsIn(browser, 'passkey')).toHaveLength(1);
    await browser.succeed('passkey-answer', { body: { assertion: phone.authenticator.get(publicKey) } });
    expect(flowsIn(browser, 'passkey')).toEqual([]);
  });

  it('there are five of a kind at most, the newest ones, and cookies stay small', async () => {
    const browser = new SocialBrowser(nod);
    const urls: URL[] = [];
    for (let at = 0; at < 9; at++) {
      urls.push(await browser.start('demo'));
      await browser.succeed('passkey-options');
    }
    expect([flowsIn(browser, 'oidc').length, flowsIn(browser, 'passkey').length]).toEqual([5, 5]);
    expect(browser.cookieHeader().length).toBeLessThan(1100);
    const [oldest, newest] = [urls[0] as URL, urls[8] as URL];
    expect((await browser.comeBack(await browser.pick(somebodyThere(), oldest))).status).toBe(400);
    expect((await browser.comeBack(await browser.pick(somebodyThere(), newest))).status).toBe(302);
    // What somebody has made up goes first.
    for (let at = 0; at < 9; at++) browser.cookies.set(`__Host-oidc-junk${at}`, 'x');
    await browser.start('demo');
    expect(flowsIn(browser, 'oidc').filter((name) => name.includes('junk'))).toEqual([]);
  });

  it('signing out at a provider leaves the sign-in that waits in another tab alone', async () => {
    const { username, phone } = await newPerson(nod);
    const browser = new SocialBrowser(nod);
    await browser.signInWith('demo', somebodyThere(), newUsername());
    const { number } = await browser.succeed('login-start', { body: { username } });
    const { providerLogoutUrl = '' } = await browser.succeed('logout');
    const query = { state: new URL(providerLogoutUrl).searchParams.get('state') ?? '' };
    await browser.call('social-ended', { params: { provider: 'demo' }, query });
    await phone.approve(number);
    expect((await browser.succeed('login-complete')).user.username).toBe(username);
  });
});

describe('in another browser', () => {
  it('a return does not let in, with whatever flow is under way there', async () => {
    const [attacker, victim] = [new SocialBrowser(nod), new SocialBrowser(nod)];
    const url = await attacker.pick(somebodyThere(), await attacker.start('demo'));
    await victim.start('demo');
    await victim.succeed('passkey-options');
    // The attacker's state under the victim's cookie, and the victim's secret under the attacker's name.
    const [theirs] = flowsIn(attacker, 'oidc');
    const [own] = flowsIn(victim, 'oidc');
    victim.cookies.set(theirs ?? '', victim.cookies.get(own ?? '') ?? '');
    const reply = await victim.comeBack(url);
    expect([reply.status, victim.cookies.has('__Host-signin')]).toEqual([400, false]);
    expect((await victim.call('login-complete')).status).toBe(401);
    expect((await attacker.comeBack(url)).status).toBe(400);
  });

  it('a question is not asked, nor answered', async () => {
    const [attacker, victim] = [new SocialBrowser(nod), new SocialBrowser(nod)];
    await attacker.goThrough('demo', somebodyThere());
    victim.authorization = attacker.authorization;
    for (const reply of [
      await victim.answer({ username: newUsername() }),
      await victim.call('social-question', { query: { authorization: attacker.authorization } }),
    ]) {
      expect([reply.status, reply.problem.code]).toEqual([401, 'not_awaiting_input']);
    }
    const statuses = await Promise.all(
      ['', 'ses_', '../x', `ses_${'é'.repeat(22)}`].map(async (authorization) => {
        const reply = await victim.call('social-question', { query: { authorization } });
        return reply.status;
      }),
    );
    expect(statuses).toEqual([401, 401, 401, 401]);
  });

  it('a passkey that was asked for elsewhere does not let in', async () => {
    const { phone } = await newPerson(nod);
    const [attacker, victim] = [new Browser(nod), new Browser(nod)];
    const { publicKey } = await attacker.succeed('passkey-options');
    await victim.succeed('passkey-options');
    const body = { assertion: phone.authenticator.get(publicKey) };
    const { status, problem } = await victim.call('passkey-answer', { body });
    expect([status, problem.code, victim.cookies.has('__Host-signin')]).toEqual([401, 'not_waiting', false]);
  });

  it('a cookie of one kind of flow is none of the other', async () => {
    const { phone } = await newPerson(nod);
    const browser = new SocialBrowser(nod);
    const { publicKey } = await browser.succeed('passkey-options');
    const [name = ''] = flowsIn(browser, 'passkey');
    browser.cookies.set(name.replace('passkey', 'oidc'), browser.cookies.get(name) ?? '');
    browser.cookies.set('__Host-signin', browser.cookies.get(name) ?? '');
    browser.cookies.delete(name);
    const body = { assertion: phone.authenticator.get(publicKey) };
    expect((await browser.call('passkey-answer', { body })).problem.code).toBe('not_waiting');
  });
});

describe('from another site', () => {
  const start = (method: string, headers: Record<string, string>, body?: string) =>
    fetch(`${nod.origin}/api/social/demo/start?next=/`, {
      method,
      redirect: 'manual',
      headers,
      ...(body === undefined ? {} : { body }),
    });

  it('no way to a provider begins: not by an image, a link, a form or a script', () =>
    unchanged(nod, async () => {
      const site = (value: string) => ({ 'sec-fetch-site': value });
      const evil = { origin: 'https://evil.example' };
      const asJson = { 'content-type': 'application/json' };
      const body = '{"next":"/"}';
      const replies = [
        await start('GET', { ...site('cross-site'), 'sec-fetch-dest': 'image' }),
        await start('GET', { ...site('cross-site'), 'sec-fetch-mode': 'navigate', accept: 'text/html' }),
        await start('GET', site('same-site')),
        await start('HEAD', {}),
        await start('POST', { ...evil, ...site('cross-site'), ...asJson }, body),
        await start('POST', { ...asJson, ...site('cross-site') }, body),
        await start('POST', { ...asJson, ...site('same-site') }, body),
        await start('POST', { ...asJson, ...site('none') }, body),
        await start('POST', asJson, body),
        await start('POST', { origin: 'null', ...asJson }, body),
        await start('POST', { origin: nod.origin, 'content-type': 'text/plain' }, body),
        await start(
          'POST',
          { origin: nod.origin, 'content-type': 'application/x-www-form-urlencoded' },
          'next=/',
        ),
      ];
      expect(replies.map(({ status }) => status)).toEqual([
        404, 404, 404, 404, 403, 403, 403, 403, 403, 403, 415, 415,
      ]);
      for (const { headers } of replies) expect(headers.getSetCookie()).toEqual([]);
    }));

  it('nothing is counted, so nobody’s starts are taken away', async () => {
    await Promise.all(Array.from({ length: 60 }, () => start('GET', { 'sec-fetch-site': 'cross-site' })));
    const counters = (await nod.rows()).Sessions.filter(({ pk }) =>
      /^rate#(start|provider-start)#/.test(String(pk)),
    );
    const browser = new SocialBrowser(nod);
    await browser.start('demo');
    const after = (await nod.rows()).Sessions.filter(({ pk }) =>
      String(pk).startsWith('rate#provider-start#'),
    );
    const total = (rows: typeof after) =>
      rows.reduce((sum, { pk, count }) => sum + (String(pk).includes('provider') ? Number(count) : 0), 0);
    expect(total(after)).toBe(total(counters) + 1);
  });

  it('ways to providers count by themselves, and hold up no sign-in by phone', async () => {
    const browser = new SocialBrowser(nod);
    await browser.start('demo');
    const counted = async () =>
      (await nod.rows()).Sessions.filter(({ pk }) => String(pk).startsWith('rate#start#')).map(
        ({ count }) => count,
      );
    const before = await counted();
    await browser.start('demo');
    expect(await counted()).toEqual(before);
  });

  it('no way leads into the API in the end', async () => {
    const browser = new SocialBrowser(nod);
    const sub = somebodyThere();
    await browser.signInWith('demo', sub, newUsername());
    for (const next of ['/api/logout', '/%61pi/status', '/x/..%2fapi', '/\\api', '/API/']) {
      const { headers } = await browser.goThrough('demo', sub, { next });
      expect([next, headers.get('location')]).toEqual([next, '/social?next=%2F#approved']);
    }
  });
});

describe('a confirmation at the provider', () => {
  it('asks the person although they are signed in there, and makes the session fresh again', async () => {
    const browser = new SocialBrowser(nod);
    const [sub, username] = [somebodyThere(), newUsername()];
    await browser.signInWith('demo', sub, username);
    const ageHere = () =>
      age(nod, 'Sessions', `session#${browser.cookies.get('__Host-session')?.split('.')[1]}`, 301);
    await ageHere();
    const { proxy } = nod.providers.demo ?? {};
    const asks = () => proxy?.asked.filter((path) => path.startsWith('/pick/')).length ?? 0;
    const refused = async () => (await browser.call('device-invite')).problem?.code;
    expect(await refused()).toBe('reauth_required');

    // Silently, as a sign-in goes: the person was there long ago for all that Nod knows.
    const before = asks();
    const url = await browser.start('demo');
    expect(url.searchParams.get('prompt')).toBeNull();
    expect(Number(url.searchParams.get('max_age'))).toBeGreaterThan(24 * 60 * 60);
    await browser.comeBack(await browser.pick(sub, url));
    await browser.succeed('login-complete');
    expect(asks()).toBe(before);

    await ageHere();
    const again = await browser.start('demo', { again: true });
    expect([again.searchParams.get('prompt'), again.searchParams.get('max_age')]).toEqual(['login', '300']);
    await browser.comeBack(await browser.pick(sub, again));
    await browser.succeed('login-complete');
    expect(asks()).toBeGreaterThan(before);
    await new Phone(nod).enrol((await browser.succeed('device-invite')).enrolUrl);
  });
});
