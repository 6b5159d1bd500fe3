import { describe, expect, it } from 'vitest';
import { linkApprover } from '../../shared/sessions/provenance.ts';
import type { Role } from '../../shared/users/user.ts';
import { age } from '../support/ageing.ts';
import { newPerson, newUsername, Phone, signIn } from '../support/people.ts';
import { freshPerson, type Provided, SocialBrowser, socialNod } from '../support/social.ts';

const people = [
  { sub: 'ada', name: 'Ada', preferred_username: 'ada', email: 'ada@example.org' },
  { sub: 'twin', name: 'Twin', preferred_username: 'twin', email: 'ada@example.org' },
  { sub: 'boss', name: 'Boss', preferred_username: 'boss', email: 'boss@example.org' },
  { sub: 'odd', name: '\u202e', preferred_username: '@@', email: 'x@example.org' },
  { sub: 'root', name: 'Root', preferred_username: 'root', email: 'root@example.org' },
];

for (const sub of ['spare', 'spare2', 'spare3']) {
  people.push({ sub, name: sub, preferred_username: sub, email: `${sub}@example.org` });
}

const nod = socialNod({
  one: { people },
  two: { people },
  staff: {
    people,
    entry: {
      roles: { claim: 'preferred_username', values: { boss: 'admin' } },
      allow: { claim: 'sub', values: ['boss', 'ada'] },
    },
  },
});

const issuerOf = (id: string) => (nod.providers[id] as Provided).issuer;

async function userRow(username: string) {
  return (await nod.rows()).Users.find((row) => row.sk === 'user' && row.username === username);
}

async function link(browser: SocialBrowser, provider: string, sub: string) {
  const reply = await browser.goThrough(provider, sub, { link: true, next: '/account' });
  if (!reply.headers.get('location')?.includes('#question=')) return reply;
  return browser.answer({ link: true });
}

describe('registering through a provider', () => {
  it('makes a user with one sign-in method and no phone, whose name is theirs', async () => {
    const username = newUsername();
    const browser = new SocialBrowser(nod);
    await browser.signInWith('one', 'ada', username);
    const row = await userRow(username);
    expect(row).toMatchObject({ credentialCount: 1, phones: 0, roles: [], displayName: 'Ada' });
    const { SocialLinks, Users } = await nod.rows();
    expect(SocialLinks.filter(({ userId }) => userId === row?.pk)).toEqual([
      {
        pk: `${issuerOf('one')}#ada`,
        sk: 'link',
        userId: row?.pk,
        provider: 'one',
        sessionId: browser.cookies.get('__Host-session')?.split('.')[1],
        approvedBy: linkApprover({ issuer: issuerOf('one'), subject: 'ada' }),
        createdAt: expect.any(Number),
      },
    ]);
    expect(Users.find(({ pk }) => pk === `name#${username}`)).toEqual({
      pk: `name#${username}`,
      sk: 'name',
      userId: row?.pk,
    });
    expect((await browser.call('register', { body: { username } })).problem.code).toBe('username_taken');
    expect((await browser.succeed('sessions')).items).toMatchObject([
      { current: true, device: null, provider: 'Demo' },
    ]);
  });

  it('never matches by e-mail: the same address with another subject, or at another provider, is somebody else', async () => {
    const names = [newUsername(), newUsername()];
    const twin = new SocialBrowser(nod);
    await twin.signInWith('one', 'twin', names[0] ?? '');
    const elsewhere = new SocialBrowser(nod);
    await elsewhere.signInWith('two', 'ada', names[1] ?? '');
    const ids = await Promise.all(names.map(async (name) => (await userRow(name))?.pk));
    expect(new Set(ids).size).toBe(2);
    const addresses = (await nod.rows()).Users.filter(({ email }) => email === 'ada@example.org');
    expect(addresses.length).toBeGreaterThanOrEqual(2);
  });

  it('asks again for a name that is taken, in the meantime too, or that nobody may have', async () => {
    const { username: taken } = await newPerson(nod);
    const browser = new SocialBrowser(nod);
    await browser.goThrough('one', 'root');
    expect(await browser.question()).toMatchObject({ suggestion: 'root2' });
    for (const username of [taken, 'admin']) {
      const { status, problem } = await browser.answer({ username });
      expect([status, problem.code, problem.field]).toEqual([409, 'username_taken', 'username']);
    }
    const reserved = newUsername();
    await new SocialBrowser(nod).succeed('register', { body: { username: reserved } });
    expect((await browser.answer({ username: reserved })).status).toBe(409);
    expect((await browser.answer({ username: 'x' })).problem.field).toBe('username');
    const username = newUsername();
    await browser.answered({ username });
    await browser.succeed('login-complete');
    expect((await browser.succeed('me')).user.username).toBe(username);
  });

  it('suggests nothing where the provider says nothing that could be a name', async () => {
    const browser = new SocialBrowser(nod);
    await browser.goThrough('one', 'odd');
    expect(await browser.question()).toMatchObject({
      question: 'username',
      suggestion: null,
    });
  });

  it('gives a name to one of two who choose it at once', async () => {
    const username = newUsername();
    const two = [new SocialBrowser(nod), new SocialBrowser(nod)];
    await Promise.all(two.map((browser, at) => browser.goThrough('two', at === 0 ? 'boss' : 'twin')));
    const replies = await Promise.all(two.map((browser) => browser.answer({ username })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await nod.rows()).Users.filter((row) => row.username === username)).toHaveLength(1);
  });

  it('takes an answer once', async () => {
    const browser = new SocialBrowser(nod);
    await browser.goThrough('one', 'boss');
    const bodies = [newUsername(), newUsername(), newUsername()].map((username) => ({ username }));
    const replies = await Promise.all(bodies.map((body) => browser.copyForSocial().answer(body)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const { Users, SocialLinks } = await nod.rows();
    expect(Users.filter((row) => bodies.some(({ username }) => row.username === username))).toHaveLength(1);
    expect(SocialLinks.filter(({ pk }) => pk === `${issuerOf('one')}#boss`)).toHaveLength(1);
  });

  it('lets the person add a phone, and then be approved like any other', async () => {
    const username = newUsername();
    const browser = new SocialBrowser(nod);
    await browser.signInWith('two', 'spare', username);
    const { enrolUrl } = await browser.succeed('device-invite');
    const phone = new Phone(nod);
    await phone.enrol(enrolUrl);
    expect(await userRow(username)).toMatchObject({ credentialCount: 2, phones: 1 });
    const elsewhere = await signIn(nod, { username, phone });
    await elsewhere.succeed('social-unlink', { params: { provider: 'two' } });
    expect(await userRow(username)).toMatchObject({ credentialCount: 1, phones: 1 });
  });

  it('is only for whom the operator lets in', async () => {
    const { status, text } = await new SocialBrowser(nod).goThrough('staff', 'twin');
    expect(status).toBe(400);
    expect(text).toContain('may not sign in here');
  });
});

describe('linking', () => {
  it('shows issuer and subject first, and links when they are confirmed', async () => {
    const { browser, username, phone } = await freshPerson(nod);
    const { headers } = await browser.goThrough('two', 'odd', { link: true, next: '/account' });
    expect(headers.get('location')).toMatch(/^\/social\?next=%2Faccount#question=ses_/);
    expect(await browser.question()).toEqual({
      id: 'two',
      label: 'Demo',
      question: 'link',
      issuer: issuerOf('two'),
      subject: 'odd',
    });
    expect((await browser.succeed('social-links')).items).toEqual([]);
    const answer = await browser.answered({ link: true });
    expect(answer).toEqual({ status: 'linked', next: '/account' });
    expect((await browser.succeed('social-links')).items).toEqual([
      {
        provider: 'two',
        label: 'Demo',
        issuer: issuerOf('two'),
        subject: 'odd',
        name: '@@',
        createdAt: expect.any(String),
        lastUsedAt: expect.any(String),
      },
    ]);
    expect(await userRow(username)).toMatchObject({ credentialCount: 2, phones: 1 });
    const entries = (await nod.rows()).Sessions.filter(({ kind }) => kind === 'link_added');
    expect(entries).toMatchObject([{ provider: 'two', notifies: true }]);

    const elsewhere = new SocialBrowser(nod);
    await elsewhere.goThrough('two', 'odd');
    await elsewhere.succeed('login-complete');
    expect((await elsewhere.succeed('me')).user.username).toBe(username);
    await signIn(nod, { username, phone });
  });

  it('needs a session that was approved just now, and still that session in the end', async () => {
    const { browser, username } = await freshPerson(nod);
    const stranger = await freshPerson(nod);
    const url = await browser.pick('ada', await browser.start('staff', { link: true }));
    const session = browser.cookies.get('__Host-session') ?? '';
    browser.cookies.set('__Host-session', stranger.browser.cookies.get('__Host-session') ?? '');
    expect((await browser.comeBack(url)).status).toBe(400);

    browser.cookies.set('__Host-session', session);
    await age(nod, 'Sessions', `session#${session.split('.')[1]}`, 301);
    const { status, problem } = await browser.call('social-start', {
      params: { provider: 'staff' },
      body: { next: '/', link: true },
    });
    expect([status, problem.code]).toEqual([403, 'reauth_required']);
    expect(
      (
        await new SocialBrowser(nod).call('social-start', {
          params: { provider: 'staff' },
          body: { next: '/', link: true },
        })
      ).status,
    ).toBe(401);
    expect(await userRow(username)).toMatchObject({ credentialCount: 1 });
  });

  it('goes on where the session has stepped up meanwhile', async () => {
    const { browser, username, phone } = await freshPerson(nod);
    await browser.goThrough('two', 'spare2', { link: true });
    const { number } = await browser.succeed('login-start', {
      body: { username, act: 'new_recovery_code' },
    });
    await phone.approve(number);
    await browser.succeed('login-complete');
    expect((await browser.answered({ link: true })).status).toBe('linked');
    expect(await userRow(username)).toMatchObject({ credentialCount: 2 });
  });

  it('is not confirmed by a session that has ended since', async () => {
    const { browser, username } = await freshPerson(nod);
    await browser.goThrough('staff', 'ada', { link: true });
    await browser.succeed('logout');
    expect((await browser.answer({ link: true })).status).toBe(401);
    expect(await userRow(username)).toMatchObject({ credentialCount: 1 });
  });

  it('is refused for what is somebody else’s, and for a second account at one provider', async () => {
    const [ours, theirs] = [await freshPerson(nod), await freshPerson(nod)];
    expect((await link(theirs.browser, 'staff', 'ada')).status).toBe(200);
    const taken = await ours.browser.goThrough('staff', 'ada', { link: true });
    expect(taken.status).toBe(409);
    theirs.browser.providerCookies.clear();
    const second = await theirs.browser.goThrough('staff', 'boss', { link: true });
    expect(second.status).toBe(409);
    theirs.browser.providerCookies.clear();
    expect((await link(theirs.browser, 'staff', 'ada')).headers.get('location')).toBe(
      '/social?next=%2Faccount#linked',
    );
    expect(await userRow(theirs.username)).toMatchObject({ credentialCount: 2 });
    expect(await userRow(ours.username)).toMatchObject({ credentialCount: 1 });
  });

  it('leads back to the account page when it comes to nothing, and a sign-in does not', async () => {
    const { browser, username } = await freshPerson(nod);
    const cancelled = (at: URL) => {
      const url = new URL('/api/social/one/callback', nod.origin);
      url.search = `${new URLSearchParams({ error: 'access_denied', state: at.searchParams.get('state') ?? '' })}`;
      return url;
    };
    const back = await browser.comeBack(
      cancelled(await browser.start('one', { link: true, next: '/account' })),
    );
    const unwanted = await browser.goThrough('staff', 'twin', { link: true, next: '/account' });
    for (const { status, text } of [back, unwanted]) {
      expect(status).toBe(400);
      expect(text).toContain('<a href="/account">Back to your account</a>');
    }
    expect(await userRow(username)).toMatchObject({ credentialCount: 1 });

    const stranger = new SocialBrowser(nod);
    const { status, text } = await stranger.comeBack(cancelled(await stranger.start('one')));
    expect(status).toBe(400);
    expect(text).toContain('<a href="/signin">Sign in again</a>');
  });

  it('is answered by a sign-in’s answer as little as a sign-in by a link’s', async () => {
    const { browser } = await freshPerson(nod);
    await browser.goThrough('one', 'odd', { link: true });
    const body = { username: newUsername() };
    expect((await browser.answered(body)).status).toBe('question');
    expect((await browser.question()).question).toBe('link');
    expect((await nod.rows()).Users.some(({ username }) => username === body.username)).toBe(false);
  });
});

describe('unlinking', () => {
  it('takes a link away, but never the last sign-in method, and of two at once only one', async () => {
    const username = newUsername();
    const browser = new SocialBrowser(nod);
    await browser.signInWith('two', 'root', username);
    const unlink = (provider: string) => browser.call('social-unlink', { params: { provider } });
    const refused = await unlink('two');
    expect([refused.status, refused.problem.code]).toEqual([409, 'last_sign_in_method']);
    expect((await unlink('one')).status).toBe(404);

    expect((await link(browser, 'one', 'spare')).status).toBe(200);
    expect(await userRow(username)).toMatchObject({ credentialCount: 2 });
    const replies = await Promise.all([unlink('one'), unlink('two')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await userRow(username)).toMatchObject({ credentialCount: 1 });
    expect((await browser.succeed('social-links')).items).toHaveLength(1);
    const { SocialLinks } = await nod.rows();
    const own = (await userRow(username))?.pk;
    expect(SocialLinks.filter(({ userId }) => userId === own)).toHaveLength(1);
  });

  it('needs a session that was approved just now', async () => {
    const { browser } = await freshPerson(nod);
    expect((await link(browser, 'one', 'spare2')).status).toBe(200);
    const [, sessionId] = browser.cookies.get('__Host-session')?.split('.') ?? [];
    await age(nod, 'Sessions', `session#${sessionId}`, 301);
    const { status, problem } = await browser.call('social-unlink', { params: { provider: 'one' } });
    expect([status, problem.code]).toEqual([403, 'reauth_required']);
  });
});

describe('roles', () => {
  it('follow the provider’s permissions with each sign-in, and go with the link', async () => {
    const { browser, username, phone } = await freshPerson(nod);
    expect((await link(browser, 'staff', 'boss')).status).toBe(200);
    expect((await userRow(username))?.roles).toEqual(['admin'] satisfies Role[]);
    const elsewhere = new SocialBrowser(nod);
    await elsewhere.goThrough('staff', 'boss');
    await elsewhere.succeed('login-complete');
    expect((await elsewhere.succeed('me')).user.roles).toEqual(['admin']);
    const fresh = await signIn(nod, { username, phone });
    await fresh.succeed('social-unlink', { params: { provider: 'staff' } });
    expect(await userRow(username)).toMatchObject({ roles: [], credentialCount: 1 });
    expect((await fresh.succeed('social-links')).items).toEqual([]);
    const after = await new SocialBrowser(nod).goThrough('staff', 'boss');
    expect(after.headers.get('location')).toMatch(/^\/social\?next=%2F#question=ses_/);
  });
});
