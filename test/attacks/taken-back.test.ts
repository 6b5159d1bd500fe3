/** What an intruder has made goes with the intruder: "It wasn't me" takes back all that came of a session. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { accessKeyOf } from '../../infra/local/functions.ts';
import type { SessionId } from '../../shared/ids.ts';
import { grantsOf, ROUTE_NAMES } from '../../shared/routes.ts';
import { age } from '../support/ageing.ts';
import { Browser } from '../support/browser.ts';
import { jpeg } from '../support/images.ts';
import {
  addPhone,
  newPerson,
  newRecoveryCode,
  newUsername,
  Phone,
  readyToEnrol,
  signIn,
  signInByPasskey,
  userRow,
} from '../support/people.ts';
import { SocialBrowser, socialNod } from '../support/social.ts';
import { unchanged } from '../support/unchanged.ts';

const people = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map((sub) => ({
  sub,
  name: sub,
  preferred_username: sub,
  email: `${sub}@example.org`,
}));
const nod = socialNod({ first: { people }, second: { people } });

const subjects = people.map(({ sub }) => sub);
/** Somebody at the providers whom no test has used yet. */
const nextSubject = () => subjects.shift() ?? 'nobody is left';

const idOf = async (browser: Browser): Promise<SessionId> => (await browser.succeed('me')).session.id;

/** Somebody whose phone was talked into approving a stranger's browser. */
async function relayed() {
  const person = await newPerson(nod);
  const intruder = (await signIn(nod, person, new SocialBrowser(nod))) as SocialBrowser;
  const sessionId = await idOf(intruder);
  const params = { sessionId };
  return {
    ...person,
    intruder,
    sessionId,
    preview: (from: Browser = person.phone) => from.succeed('compromise', { params }),
    notMe: (from: Browser = person.phone) => from.succeed('session-end', { params, query: { notMe: '1' } }),
    posts: async () =>
      (await new Browser(nod).succeed('posts', { query: { author: person.username } })).items.map(
        ({ body }) => body,
      ),
  };
}

async function link(browser: SocialBrowser, provider: string, sub = nextSubject()): Promise<string> {
  await browser.goThrough(provider, sub, { link: true, next: '/account' });
  await browser.answered({ link: true });
  return sub;
}

/** Signs in by a provider, where an account is linked; what came of it if not. */
async function signInThrough(provider: string, sub: string): Promise<SocialBrowser | 'unknown'> {
  const browser = new SocialBrowser(nod);
  const { headers } = await browser.goThrough(provider, sub);
  if (headers.get('location')?.includes('#question=')) return 'unknown';
  await browser.succeed('login-complete');
  return browser;
}

const nothing = { phones: [], providers: [], recoveryCode: false, sessions: 0, acts: [] };

describe('"It wasn’t me" takes back', () => {
  it('a phone, a link and the recovery code, and names them beforehand and afterwards', async () => {
    const { username, phone, intruder, preview, notMe, sessionId } = await relayed();
    expect(await preview()).toEqual(nothing);
    const code = await newRecoveryCode(intruder);
    const planted = await addPhone(nod, intruder, 'Planted');
    const sub = await link(intruder, 'first');
    const made = { phones: ['Planted'], providers: ['first'], recoveryCode: true, sessions: 0, acts: [] };
    await unchanged(nod, async () => expect(await preview()).toEqual(made));
    expect(await notMe()).toEqual({ status: 'closed', hidden: 0, takenBack: made });

    expect((await planted.call('approvals')).problem.code).toBe('not_a_phone');
    const { publicKey } = await planted.succeed('device-resume-options');
    const assertion = planted.authenticator.get(publicKey);
    expect((await planted.call('device-resume', { body: { assertion } })).status).toBe(403);
    expect(await signInThrough('first', sub)).toBe('unknown');
    const recovering = await new Browser(nod).call('recover', { body: { username, code } });
    expect(recovering.problem.code).toBe('code_unknown');

    expect(await userRow(nod, username)).toMatchObject({ phones: 1, credentialCount: 1 });
    const { items } = await (await signIn(nod, { username, phone })).succeed('activity');
    const undone = items.filter(({ by }) => by === 'not_me').map(({ kind }) => kind);
    expect(undone.sort()).toEqual(['ended', 'link_removed', 'phone_removed', 'recovery_revoked']);
    expect(items.find(({ kind }) => kind === 'ended')?.sessionId).toBe(sessionId);
    // The first test starts every function, on a machine that may be busy.
  }, 90_000);

  it('whoever was let in by those, and what they have made, however far that goes', async () => {
    const { username, intruder, preview, notMe, posts, browser } = await relayed();
    const planted = await addPhone(nod, intruder, 'Planted');
    const second = await signIn(nod, { username, phone: planted });
    const sub = await link(SocialBrowser.of(nod, second), 'first');
    const third = await signInThrough('first', sub);
    if (third === 'unknown') throw new Error('the link does not work');
    const further = await addPhone(nod, second, 'Further');
    const fourth = await signInByPasskey(new Browser(nod), further);
    const code = await newRecoveryCode(fourth);
    for (const [at, of] of [browser, intruder, second, third, fourth].entries()) {
      await of.succeed('post-create', { body: { body: `Written by ${at}` } });
    }
    const made = {
      phones: expect.toSatisfy((names: string[]) => names.sort().join() === 'Further,Planted'),
      providers: ['first'],
      recoveryCode: true,
      sessions: 3,
      acts: [],
    };
    expect(await preview()).toEqual(made);
    expect(await notMe()).toEqual({ status: 'closed', hidden: 4, takenBack: made });
    for (const of of [intruder, second, third, fourth]) {
      expect(await of.succeed('status')).toMatchObject({ status: 'closed', reason: 'not_me' });
    }
    for (const of of [planted, further]) expect((await of.call('approvals')).status).toBe(401);
    expect((await new Browser(nod).call('recover', { body: { username, code } })).status).toBe(404);
    expect(await posts()).toEqual(['Written by 0']);
    expect((await browser.succeed('status')).status).toBe('active');
  });

  it('an invitation and a sign-in that were on their way', async () => {
    const { username, intruder, notMe } = await relayed();
    const { enrolUrl } = await intruder.succeed('device-invite');
    const planted = new Phone(nod);
    const ready = await readyToEnrol(planted, enrolUrl);
    const code = await newRecoveryCode(intruder);
    const recovering = new Browser(nod);
    const { enrolUrl: recoveryUrl } = await recovering.succeed('recover', { body: { username, code } });
    const usurper = new Phone(nod);
    const usurping = await readyToEnrol(usurper, recoveryUrl);
    const waiting = new Browser(nod);
    await waiting.succeed('login-start', { body: { username } });
    await notMe();
    expect((await planted.call('device-enrol', { body: ready })).status).toBe(410);
    expect((await usurper.call('device-enrol', { body: usurping })).status).toBe(409);
    expect(await waiting.succeed('status')).toMatchObject({ status: 'denied', reason: 'not_me' });
    expect(await userRow(nod, username)).toMatchObject({ phones: 1 });
  });

  it('what a planted phone has made that was removed by hand before', async () => {
    const { username, intruder, browser, notMe } = await relayed();
    const planted = await addPhone(nod, intruder, 'Planted');
    const second = await signIn(nod, { username, phone: planted });
    const code = await newRecoveryCode(second);
    const params = { deviceId: planted.deviceId };
    await browser.succeed('device-remove', { params });
    expect((await second.succeed('status')).status).toBe('active');
    expect((await notMe()).takenBack).toMatchObject({ phones: [], recoveryCode: true, sessions: 1 });
    expect(await second.succeed('status')).toMatchObject({ status: 'closed', reason: 'not_me' });
    expect((await new Browser(nod).call('recover', { body: { username, code } })).status).toBe(404);
  });

  it('the phone of a recovery that somebody else has made, by whoever still gets in', async () => {
    const { username, browser, phone } = await newPerson(nod);
    const own = SocialBrowser.of(nod, browser);
    const sub = await link(own, 'second');
    const code = await newRecoveryCode(own);
    const thief = new Browser(nod);
    const { enrolUrl } = await thief.succeed('recover', { body: { username, code } });
    const usurper = new Phone(nod);
    await usurper.enrol(enrolUrl, 'Usurper');
    await thief.succeed('login-complete');
    expect((await phone.call('approvals')).status).toBe(401);
    const owner = await signInThrough('second', sub);
    if (owner === 'unknown') throw new Error('the link does not work');
    const params = { sessionId: await idOf(thief) };
    const { takenBack } = await owner.succeed('session-end', { params, query: { notMe: '1' } });
    expect(takenBack).toMatchObject({ phones: ['Usurper'], providers: [] });
    expect((await usurper.call('approvals')).status).toBe(401);
    // Nobody has a phone now, but the browser that said so is still in, and can add one.
    expect(await userRow(nod, username)).toMatchObject({ phones: 0, credentialCount: 1 });
    await addPhone(nod, owner, 'My new one');
  });

  it('all of it at once: nothing of it works any more when the answer is there, whatever it raced with', async () => {
    const { username, intruder, notMe } = await relayed();
    const planted = await addPhone(nod, intruder, 'Planted');
    const invited = new Phone(nod);
    const { enrolUrl } = await intruder.succeed('device-invite');
    const ready = await readyToEnrol(invited, enrolUrl);
    const asking = new Browser(nod);
    const { number } = await asking.succeed('login-start', { body: { username } });
    await Promise.allSettled([
      intruder.call('recovery-renew'),
      invited.call('device-enrol', { body: ready }),
      planted.approve(number).then(() => asking.call('login-complete')),
      notMe(),
      intruder.call('device-invite'),
      intruder.call('recovery-renew'),
    ]);
    await notMe();
    for (const of of [planted, invited]) expect((await of.call('approvals')).status).toBe(401);
    expect(['denied', 'closed']).toContain((await asking.succeed('status')).status);
    const row = await userRow(nod, username);
    expect(row).toMatchObject({ phones: 1, credentialCount: 1 });
    const codes = (await nod.rows()).Users.filter(({ pk, sk }) => pk === row.pk && sk === 'recovery');
    expect(codes).toEqual([]);
  });

  it('the rest where the store went away in the middle, when it is said again', async () => {
    const { username, intruder, notMe } = await relayed();
    const planted = await addPhone(nod, intruder, 'Planted');
    const second = await signIn(nod, { username, phone: planted });
    await newRecoveryCode(second);
    for (const after of [0, 1, 2, 3]) {
      nod.recordingProxy.disturb('cut', { from: 'session-end', operation: 'TransactWriteItems', after });
      onTestFinished(() => nod.recordingProxy.mend());
      await notMe().catch(() => {});
      nod.recordingProxy.mend();
    }
    await notMe();
    expect((await planted.call('approvals')).status).toBe(401);
    expect(await second.succeed('status')).toMatchObject({ status: 'closed' });
    expect(await userRow(nod, username)).toMatchObject({ phones: 1, credentialCount: 1 });
    await unchanged(nod, async () => expect((await notMe()).takenBack).toEqual(nothing));
  });
});

describe('"It wasn’t me" leaves', () => {
  it('what is one’s own: the phone that approved it, other sessions, and what those have made', async () => {
    const { username, phone, browser, notMe } = await relayed();
    await newRecoveryCode(browser);
    const own = await addPhone(nod, browser, 'My second');
    await link(SocialBrowser.of(nod, browser), 'second');
    expect((await notMe()).takenBack).toEqual(nothing);
    expect((await phone.call('approvals')).status).toBe(200);
    expect((await own.call('approvals')).status).toBe(200);
    expect((await browser.succeed('me')).recoveryCode).not.toBeNull();
    expect(await userRow(nod, username)).toMatchObject({ phones: 2, credentialCount: 3 });
  });

  it('who says it: the phone that was added there, and a session with what let it in', async () => {
    const { username, browser } = await newPerson(nod);
    const own = await addPhone(nod, browser, 'My second');
    const params = { sessionId: await idOf(browser) };
    const query = { notMe: '1' };
    const other = await signIn(nod, { username, phone: own });
    expect((await other.succeed('session-end', { params, query })).takenBack).toEqual(nothing);
    expect((await other.succeed('status')).status).toBe('active');
    expect((await own.succeed('session-end', { params, query })).takenBack).toEqual(nothing);
    expect((await own.call('approvals')).status).toBe(200);
  });

  it('the phone of the very registration, and the link of one', async () => {
    const { browser, phone, username } = await newPerson(nod);
    const own = await addPhone(nod, browser, 'My second');
    const params = { sessionId: await idOf(browser) };
    const query = { notMe: '1' };
    // The first phone let that session in; only what was added there goes.
    expect((await phone.succeed('session-end', { params, query })).takenBack).toMatchObject({
      phones: ['My second'],
    });
    expect((await own.call('approvals')).status).toBe(401);
    expect(await userRow(nod, username)).toMatchObject({ phones: 1 });

    const sub = nextSubject();
    const social = new SocialBrowser(nod);
    await social.signInWith('first', sub, newUsername());
    const second = await signInThrough('first', sub);
    if (second === 'unknown') throw new Error('the link does not work');
    const ended = { params: { sessionId: await idOf(social) }, query };
    expect((await second.succeed('session-end', ended)).takenBack).toEqual(nothing);
  });

  it('ways in taken back when the words are shown again', async () => {
    const { intruder, notMe, browser, sessionId, posts } = await relayed();
    const planted = await addPhone(nod, intruder, 'Planted');
    await intruder.succeed('post-create', { body: { body: 'Mine after all' } });
    await notMe();
    expect(await browser.succeed('unhide', { params: { sessionId } })).toEqual({ shown: 1 });
    expect(await posts()).toEqual(['Mine after all']);
    expect((await planted.call('approvals')).status).toBe(401);
    expect(await intruder.succeed('status')).toMatchObject({ status: 'closed' });
  });
});

describe('"It wasn’t me" is said', () => {
  it('by a phone or a fresh session, and by no old one', async () => {
    const { browser, phone, intruder, notMe, sessionId } = await relayed();
    await addPhone(nod, intruder, 'Planted');
    await age(nod, 'Sessions', `session#${await idOf(browser)}`, 6 * 60);
    const call = { params: { sessionId }, query: { notMe: '1' } };
    // Notes its activity, so that nothing is left to be noted.
    await browser.succeed('me');
    await unchanged(nod, async () => {
      const refused = await browser.call('session-end', call);
      expect([refused.status, refused.problem.code]).toEqual([403, 'reauth_required']);
    });
    expect((await intruder.succeed('status')).status).toBe('active');
    await notMe(phone);
    expect((await intruder.succeed('status')).status).toBe('closed');
  });

  it('of one’s own sessions only, and so is the question what it would take back', async () => {
    const { sessionId } = await relayed();
    const stranger = await newPerson(nod);
    for (const from of [stranger.browser, stranger.phone]) {
      const query = { notMe: '1' };
      expect((await from.call('session-end', { params: { sessionId }, query })).status).toBe(404);
      expect((await from.call('compromise', { params: { sessionId } })).status).toBe(404);
    }
    expect((await new Browser(nod).call('compromise', { params: { sessionId } })).status).toBe(401);
  });

  it('by denying a sign-in as an attack, which denies everything that waits', async () => {
    const { username, phone } = await newPerson(nod);
    const [asking, other] = [new Browser(nod), new Browser(nod)];
    const { sessionId } = await asking.succeed('login-start', { body: { username } });
    await other.succeed('login-start', { body: { username } });
    const params = { sessionId };
    await phone.succeed('approval-answer', { params, body: { decision: 'deny', report: true } });
    expect(await asking.succeed('status')).toMatchObject({ status: 'denied', reason: 'denied' });
    expect(await other.succeed('status')).toMatchObject({ status: 'denied', reason: 'not_me' });
  });
});

describe('every function that writes into what lasts', () => {
  it('has been called here, and says which session made the row', async () => {
    const [{ browser }, { username, browser: other }] = [await newPerson(nod), await newPerson(nod)];
    const { id: postId } = await other.succeed('post-create', { body: { body: 'What others do with it' } });
    await browser.succeed('follow', { params: { username } });
    await browser.succeed('post-like', { params: { postId } });
    await browser.succeed('post-repost', { params: { postId } });
    await browser.succeed('post-save', { params: { postId } });
    await browser.succeed('report-create', { body: { about: { post: postId }, reason: 'spam' } });
    await browser.succeed('message-create', { params: { username }, body: { body: 'Hello' } });
    const image = { rawBody: Buffer.from(await jpeg()), headers: { 'content-type': 'image/jpeg' } };
    await browser.succeed('media-create', image);
    const { id: avatar } = await browser.succeed('media-create', { ...image, query: { for: 'avatar' } });
    await browser.succeed('profile-edit', { body: { avatar } });
    await browser.succeed('profile-edit', { body: { avatar: null } });
    await browser.succeed('post-create', { body: { body: 'A reply', replyTo: postId } });
    await other.succeed('post-edit', { params: { postId }, body: { body: 'What others have done with it' } });
    // Its place stays, which is a row.
    await other.succeed('post-delete', { params: { postId } });

    const wrote = new Set<string>();
    for (const { key, operation, input } of nod.recordingProxy.calls) {
      const puts = operation === 'TransactWriteItems' && JSON.stringify(input).includes('"Put"');
      if (puts) wrote.add(key);
    }
    // What follows a stream does nothing in anybody's name.
    const lasting = ROUTE_NAMES.filter((name) => {
      const { Users = [], SocialLinks = [], Posts = [] } = grantsOf(name);
      return [...Users, ...SocialLinks, ...Posts].includes('PutItem');
    });
    expect(lasting.filter((name) => !wrote.has(accessKeyOf(name)))).toEqual([]);
  });
});
