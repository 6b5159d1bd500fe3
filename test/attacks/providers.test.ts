/**
 * What can be made of the ways to providers and back: by a provider that lets in without asking, by who is not wanted
 * any more, and by two that come at once.
 */
import type { JWTPayload } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { at, type Bend, idToken, json } from '../support/hostile-proxy.ts';
import { newUsername, type Phone, signIn } from '../support/people.ts';
import { freshPerson, type Provided, SocialBrowser, socialNod } from '../support/social.ts';
import { whileWriting } from '../support/while-writing.ts';

const people = Array.from({ length: 60 }, (_, at) => ({
  sub: `p${at}`,
  name: `Person ${at}`,
  preferred_username: `p${at}`,
  email: `p${at}@example.org`,
}));

const nod = socialNod({
  demo: { people },
  /** One provider with two entries in the configuration, for a client without a secret. */
  twice: (siteOrigin) => ({
    people,
    again: ['thrice'],
    entry: {
      clientSecret: undefined,
      tokenEndpointAuth: 'none',
      revocation: 'none',
      logout: { browser: false },
    },
    configuration: {
      clients: [
        {
          client_id: 'nod',
          token_endpoint_auth_method: 'none',
          grant_types: ['authorization_code', 'refresh_token'],
          redirect_uris: ['twice', 'thrice'].map((id) => `${siteOrigin}/api/social/${id}/callback`),
        },
      ],
    },
  }),
});

const demo = () => nod.providers.demo as Provided;
const now = () => Math.floor(Date.now() / 1000);
const DAY = 24 * 60 * 60;

let next = 0;
const somebodyThere = () => `p${next++}`;

afterEach(() => {
  for (const { proxy } of Object.values(nod.providers)) proxy.bend = undefined;
  nod.recordingProxy.mend();
});

const both =
  (...bends: Bend[]): Bend =>
  async (passing) => {
    for (const bend of bends) {
      const bent = await bend(passing);
      if (bent !== undefined) return bent;
    }
    return undefined;
  };

const sessionIdIn = (browser: SocialBrowser) => browser.cookies.get('__Host-session')?.split('.')[1] ?? '';

const sessionsBornFrom = async (sub: string) => {
  const { Sessions } = await nod.rows();
  return Sessions.filter(({ pk }) => String(pk).startsWith('oidcsub#') && String(pk).endsWith(`#${sub}`));
};

const linksTo = async (sub: string) =>
  (await nod.rows()).SocialLinks.filter(({ pk }) => String(pk).endsWith(`#${sub}`));

describe('a session from a provider is fresh', () => {
  const claims = (change: (own: JWTPayload) => JWTPayload) => idToken(demo().key, change);
  const without = ({ auth_time: _, ...own }: JWTPayload): JWTPayload => own;

  it('where the person has signed in there just now', async () => {
    const browser = new SocialBrowser(nod);
    await browser.signInWith('demo', somebodyThere(), newUsername());
    await browser.succeed('device-invite');
  });

  it.each<[string, () => Bend]>([
    ['signed in there 30 days ago', () => claims((own) => ({ ...own, auth_time: now() - 30 * DAY }))],
    ['signed in there six minutes ago', () => claims((own) => ({ ...own, auth_time: now() - 360 }))],
    ['will sign in there in a year', () => claims((own) => ({ ...own, auth_time: now() + 365 * DAY }))],
    ['signed in nobody knows when', () => claims(without)],
    [
      'signed in just now only by what is not signed',
      () =>
        both(
          claims(without),
          at(
            '/me',
            json((own) => ({ ...own, auth_time: now() })),
          ),
        ),
    ],
  ])('not where the person %s', async (_, bend) => {
    demo().proxy.bend = bend();
    const browser = new SocialBrowser(nod);
    await browser.signInWith('demo', somebodyThere(), newUsername());
    const { status, problem } = await browser.call('device-invite');
    expect([status, problem.code]).toEqual([403, 'reauth_required']);
    expect((await browser.succeed('me')).session.id).toBe(sessionIdIn(browser));
  });
});

describe('two entries of one provider', () => {
  it('know the same people, and let them in for ever', async () => {
    const [sub, username] = [somebodyThere(), newUsername()];
    await new SocialBrowser(nod).signInWith('twice', sub, username);
    for (const provider of ['thrice', 'twice', 'thrice']) {
      const browser = new SocialBrowser(nod);
      const { status, headers } = await browser.goThrough(provider, sub);
      expect([provider, status]).toEqual([provider, 302]);
      expect(headers.get('location')).toBe('/social?next=%2F#approved');
      await browser.succeed('login-complete');
      expect((await browser.succeed('me')).user.username).toBe(username);
      expect((await browser.succeed('social-links')).items).toHaveLength(1);
    }
    expect(await linksTo(sub)).toHaveLength(1);
  });

  it('are one way in: a link that stands by the one is not added again by the other', async () => {
    const { browser } = await freshPerson(nod);
    const sub = somebodyThere();
    await browser.goThrough('twice', sub, { link: true });
    await browser.answered({ link: true });
    const again = await browser.goThrough('thrice', sub, { link: true, next: '/account' });
    expect(again.headers.get('location')).toBe('/social?next=%2Faccount#linked');
    expect((await browser.succeed('social-links')).items).toMatchObject([{ provider: 'twice' }]);
    // And it goes as one: what came by either entry is over.
    const elsewhere = new SocialBrowser(nod);
    await elsewhere.goThrough('thrice', sub);
    await elsewhere.succeed('login-complete');
    await browser.succeed('social-unlink', { params: { provider: 'twice' } });
    expect((await elsewhere.succeed('status')).status).toBe('closed');
  });
});

/** "It wasn't me", from the phone. */
const reported = (browser: SocialBrowser, phone: Phone) =>
  phone.succeed('session-end', {
    params: { sessionId: sessionIdIn(browser) },
    query: { as: 'phone', notMe: '1' },
  });

describe('a link', () => {
  it('says which session has made it, in both of its rows', async () => {
    const [sub, other] = [somebodyThere(), somebodyThere()];
    const { browser, phone } = await freshPerson(nod);
    await browser.goThrough('demo', sub, { link: true });
    await browser.answered({ link: true });
    const born = new SocialBrowser(nod);
    await born.signInWith('demo', other, newUsername());
    // A later sign-in by it changes nothing of who made it.
    const later = new SocialBrowser(nod);
    await later.goThrough('demo', sub);
    await later.succeed('login-complete');
    for (const [subject, by] of [
      [sub, { sessionId: sessionIdIn(browser), approvedBy: phone.deviceId }],
      [other, { sessionId: sessionIdIn(born), approvedBy: expect.stringMatching(/^link#/) }],
    ] as const) {
      const { Users, SocialLinks } = await nod.rows();
      expect(Users.filter((row) => row.subject === subject)).toMatchObject([by]);
      expect(SocialLinks.filter(({ pk }) => String(pk).endsWith(`#${subject}`))).toMatchObject([by]);
    }
  });

  it('is not written for a session that is reported as not me while it is being written', async () => {
    const { browser, phone } = await freshPerson(nod);
    const sub = somebodyThere();
    await browser.goThrough('demo', sub, { link: true });
    const linking = await whileWriting(
      nod,
      { from: 'social-continue' },
      () => browser.answer({ link: true }),
      () => reported(browser, phone),
    );
    expect([linking.status, linking.problem.code]).toEqual([401, 'not_signed_in']);
    expect(await linksTo(sub)).toEqual([]);
  });

  it('is not written by a return while its session is reported', async () => {
    const { browser, phone } = await freshPerson(nod);
    const sub = somebodyThere();
    await browser.goThrough('demo', sub, { link: true });
    await browser.answered({ link: true });
    // What is linked already is refreshed without a question.
    const url = await browser.pick(sub, await browser.start('demo', { link: true }));
    const back = await whileWriting(
      nod,
      { from: 'social-callback', after: 1 },
      () => browser.comeBack(url),
      () => reported(browser, phone),
    );
    expect(back.status).toBe(401);
    // It was that session's, so the report has taken it back; and nothing has written it anew.
    expect((await nod.rows()).Users.find((row) => row.subject === sub)).toBeUndefined();
  });
});

describe('a question', () => {
  const openOf = async ({ authorization }: SocialBrowser) =>
    (await nod.rows()).Sessions.filter(({ pk }) => pk === `oidc#${authorization}`);

  // Half an answer asks again, which must not be what is left in the end.
  it.each([
    ['a whole answer', { displayName: 'Half' }, 'approved', 0],
    ['half an answer', undefined, 'question', 1],
  ] as const)(
    'is answered once: %s meanwhile wins, and the other changes nothing',
    async (_, half, won, left) => {
      const browser = new SocialBrowser(nod);
      await browser.goThrough('demo', somebodyThere());
      const whole = { username: newUsername() };
      const held = await whileWriting(
        nod,
        { from: 'social-continue' },
        () => browser.copyForSocial().answer(half ?? whole),
        async () =>
          expect(await browser.answered(half === undefined ? { displayName: 'Half' } : whole)).toMatchObject({
            status: won,
          }),
      );
      expect([held.status, held.problem.code]).toEqual([409, 'conflict']);
      expect(await openOf(browser)).toHaveLength(left);
      expect((await browser.answer({ username: newUsername() })).status).toBe(won === 'approved' ? 401 : 200);
      expect(await openOf(browser)).toEqual([]);
    },
  );

  it('is answered once by however many come at once', async () => {
    for (let run = 0; run < 6; run++) {
      const browser = new SocialBrowser(nod);
      const sub = somebodyThere();
      await browser.goThrough('demo', sub);
      const bodies = [1, 2, 3, 4].flatMap(() => [{ displayName: 'Half' }, { username: newUsername() }]);
      const replies = await Promise.all(bodies.map((body) => browser.copyForSocial().answer(body)));
      // Where half an answer was faster than all whole ones, the question is still there.
      const approved = replies.filter(({ body }) => body?.status === 'approved').length;
      expect(approved).toBeLessThanOrEqual(1);
      for (const { status } of replies) expect([200, 401, 409]).toContain(status);
      expect(await openOf(browser)).toHaveLength(1 - approved);
      expect(await sessionsBornFrom(sub)).toHaveLength(approved);
    }
  });

  it('of a link is answered once: a repeat does not link again what its owner has unlinked', async () => {
    const { browser, username, phone } = await freshPerson(nod);
    const sub = somebodyThere();
    await browser.goThrough('demo', sub, { link: true });
    const answers = [{ link: true }, { displayName: 'x' }, { link: true }, { displayName: 'y' }] as const;
    nod.recordingProxy.disturb(
      { answerAfterMs: 200 },
      { from: 'social-continue', operation: 'TransactWriteItems', after: 1 },
    );
    await Promise.all(answers.map((body) => browser.copyForSocial().answer(body)));
    nod.recordingProxy.mend();
    await browser.answer({ link: true });
    const owner = await signIn(nod, { username, phone });
    await owner.succeed('social-unlink', { params: { provider: 'demo' } });
    for (const jar of [browser, browser.copyForSocial()]) {
      expect((await jar.answer({ link: true })).status).toBe(401);
    }
    expect(await linksTo(sub)).toEqual([]);
  });
});

describe('unlinking', () => {
  it('ends what came by the link, and forgets what the provider gave for it', async () => {
    const { browser, username, phone } = await freshPerson(nod);
    const sub = somebodyThere();
    await browser.goThrough('demo', sub, { link: true });
    await browser.answered({ link: true });
    const [by, approved] = [new SocialBrowser(nod), new SocialBrowser(nod)];
    await by.goThrough('demo', sub);
    await by.succeed('login-complete');
    await approved.goThrough('demo', sub);
    const other = await signIn(nod, { username, phone });
    const ended = sessionIdIn(by);
    expect(await sessionsBornFrom(sub)).toHaveLength(2);

    await browser.succeed('social-unlink', { params: { provider: 'demo' } });
    expect(await by.succeed('status')).toMatchObject({ status: 'closed', reason: 'elsewhere' });
    expect((await approved.call('login-complete')).status).toBe(410);
    for (const jar of [browser, other]) expect((await jar.succeed('status')).status).toBe('active');
    expect(await sessionsBornFrom(sub)).toEqual([]);
    const { Sessions } = await nod.rows();
    const left = Sessions.filter(
      ({ pk, sk }) => /^(upstream|oidc)/.test(`${pk}`) && `${pk}${sk}`.includes(ended),
    );
    expect(left).toEqual([]);
  });

  it('ends as well what comes by the link at that very moment', async () => {
    const { browser } = await freshPerson(nod);
    const sub = somebodyThere();
    await browser.goThrough('demo', sub, { link: true });
    await browser.answered({ link: true });
    const late = new SocialBrowser(nod);
    const url = await late.pick(sub, await late.start('demo'));
    // The sessions have been looked for, and the link is not gone yet.
    const unlinked = await whileWriting(
      nod,
      { from: 'social-unlink' },
      () => browser.call('social-unlink', { params: { provider: 'demo' } }),
      async () => expect((await late.comeBack(url)).status).toBe(302),
    );
    expect(unlinked.status).toBe(204);
    expect((await late.call('login-complete')).status).toBe(410);
    expect(await linksTo(sub)).toEqual([]);
  });

  it('leaves the browser that asks where it is', async () => {
    const sub = somebodyThere();
    const browser = new SocialBrowser(nod);
    await browser.signInWith('demo', sub, newUsername());
    await browser.goThrough('twice', somebodyThere(), { link: true });
    await browser.answered({ link: true });
    await browser.succeed('social-unlink', { params: { provider: 'demo' } });
    expect((await browser.succeed('status')).status).toBe('active');
  });
});
