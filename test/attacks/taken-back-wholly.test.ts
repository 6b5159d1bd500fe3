/** "It wasn't me" takes back all of it, however much it is, and whatever was done to hide it. */
import { expect, it } from 'vitest';
import { MOST_PHONES } from '../../shared/users/user.ts';
import { Browser } from '../support/browser.ts';
import {
  addPhone,
  newPerson,
  newRecoveryCode,
  type Phone,
  signIn,
  signInByPasskey,
  userRow,
} from '../support/people.ts';
import { SocialBrowser, socialNod } from '../support/social.ts';
import { whileWriting } from '../support/while-writing.ts';

const people = ['one', 'two', 'three'].map((sub) => ({
  sub,
  name: sub,
  preferred_username: sub,
  email: `${sub}@example.org`,
}));
const nod = socialNod({ first: { people }, second: { people } });

/** Of a subscription that nobody sends anything to here. */
const PUSH_KEYS = {
  p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM',
  auth: 'tBHItJI5svbpez7KI4CQXg',
};

/** Somebody whose phone was talked into approving a stranger's browser. */
async function relayed() {
  const person = await newPerson(nod);
  const intruder = (await signIn(nod, person, new SocialBrowser(nod))) as SocialBrowser;
  const params = { sessionId: (await intruder.succeed('me')).session.id };
  const notMe = () => person.phone.succeed('session-end', { params, query: { notMe: '1' } });
  return { ...person, intruder, notMe };
}

async function link(browser: SocialBrowser, provider: string, sub: string): Promise<void> {
  await browser.goThrough(provider, sub, { link: true, next: '/account' });
  await browser.answered({ link: true });
}

it('as many phones as there can be, which hear of it, and whoever each of them let in', async () => {
  const { username, intruder, notMe } = await relayed();
  const planted: Phone[] = [];
  for (let at = 2; at <= MOST_PHONES; at++) {
    const phone = await addPhone(nod, intruder, `Planted ${at}`);
    const endpoint = `https://push.example.com/${phone.deviceId}`;
    await phone.succeed('push-subscribe', { body: { endpoint, keys: PUSH_KEYS } });
    planted.push(phone);
  }
  const letIn: Browser[] = [];
  for (const phone of [...planted, ...planted, ...planted]) {
    letIn.push(await signInByPasskey(new Browser(nod), phone));
  }
  await link(intruder, 'first', 'one');
  await link(intruder, 'second', 'one');
  await newRecoveryCode(intruder);
  const { takenBack } = await notMe();
  expect(takenBack?.phones).toHaveLength(MOST_PHONES - 1);
  expect(takenBack?.providers).toHaveLength(2);
  expect(takenBack).toMatchObject({ recoveryCode: true, sessions: letIn.length });
  for (const of of planted) expect((await of.call('approvals')).status).toBe(401);
  for (const of of letIn) expect((await of.succeed('status')).status).toBe('closed');
  const { pk } = await userRow(nod, username);
  const rows = (await nod.rows()).Sessions.filter((row) => row.pk === pk);
  expect(rows.filter(({ sk }) => String(sk).startsWith('news#'))).toHaveLength(MOST_PHONES - 1);
}, 90_000);

it('what came by a link that was removed and comes back by what it had let in', async () => {
  const { username, intruder, notMe } = await relayed();
  await link(intruder, 'first', 'two');
  const second = new SocialBrowser(nod);
  await second.goThrough('first', 'two');
  await second.succeed('login-complete');
  const planted = await addPhone(nod, second, 'Planted');
  await intruder.succeed('social-unlink', { params: { provider: 'first' } });
  const third = (await signIn(nod, { username, phone: planted }, new SocialBrowser(nod))) as SocialBrowser;
  await link(third, 'first', 'two');
  expect((await notMe()).takenBack).toMatchObject({ phones: ['Planted'], providers: ['first'] });
  expect((await planted.call('approvals')).status).toBe(401);
  expect((await third.succeed('status')).status).toBe('closed');
}, 60_000);

it('what came of a phone that was removed and comes back with the same key', async () => {
  const { username, intruder, notMe } = await relayed();
  const first = await addPhone(nod, intruder, 'First');
  const second = await signIn(nod, { username, phone: first });
  const planted = await addPhone(nod, second, 'Planted');
  const removeFirst = () => intruder.succeed('device-remove', { params: { deviceId: first.deviceId } });
  await removeFirst();
  const third = await signIn(nod, { username, phone: planted });
  for (const isLast of [false, true]) {
    const { enrolUrl } = await third.succeed('device-invite');
    await first.enrol(enrolUrl, 'First');
    if (!isLast) await removeFirst();
  }
  const { takenBack } = await notMe();
  expect(takenBack?.phones.sort()).toEqual(['First', 'Planted']);
  for (const of of [first, planted]) expect((await of.call('approvals')).status).toBe(401);
}, 60_000);

it.each(['the session that it became', 'the session that it was'])(
  'what was made before a step-up and after it, by reporting %s',
  async (which) => {
    const { username, phone, intruder } = await relayed();
    const { id: before } = (await intruder.succeed('me')).session;
    const planted = await addPhone(nod, intruder, 'Planted');
    const post = await intruder.succeed('post-create', { body: { body: 'Before' } });
    const { number } = await intruder.succeed('login-start', {
      body: { username, act: 'new_recovery_code' },
    });
    await planted.approve(number);
    await intruder.succeed('login-complete');
    await newRecoveryCode(intruder);
    const { id: after } = (await intruder.succeed('me')).session;
    expect(after).not.toBe(before);
    const sessionId = which.endsWith('became') ? after : before;
    const { takenBack, hidden } = await phone.succeed('session-end', {
      params: { sessionId },
      query: { notMe: '1' },
    });
    expect(takenBack).toMatchObject({ phones: ['Planted'], recoveryCode: true });
    expect(hidden).toBe(1);
    expect((await planted.call('approvals')).status).toBe(401);
    expect((await intruder.succeed('status')).status).toBe('closed');
    expect((await phone.call('post', { params: { postId: post.id } })).status).toBe(404);
  },
  60_000,
);

it('of a step-up of one’s own that a planted phone said yes to, only what came after it', async () => {
  const { username, phone, intruder, notMe } = await relayed();
  const planted = await addPhone(nod, intruder, 'Planted');
  const own = await signIn(nod, { username, phone });
  const kept = await addPhone(nod, own, 'Kept');
  const { number } = await own.succeed('login-start', { body: { username, act: 'new_recovery_code' } });
  await planted.approve(number);
  await own.succeed('login-complete');
  await newRecoveryCode(own);
  expect((await notMe()).takenBack).toMatchObject({ phones: ['Planted'], recoveryCode: true });
  expect((await kept.succeed('approvals')).items).toEqual([]);
}, 60_000);

it('what waits, by a reported denial, however fast whoever asks takes some of it away', async () => {
  const { username, phone } = await newPerson(nod);
  const [asking, other, third] = [new Browser(nod), new Browser(nod), new Browser(nod)];
  const { sessionId } = await asking.succeed('login-start', { body: { username } });
  for (const browser of [other, third]) await browser.succeed('login-start', { body: { username } });
  const call = { params: { sessionId }, body: { decision: 'deny', report: true } } as const;
  await whileWriting(
    nod,
    { from: 'approval-answer' },
    () => phone.succeed('approval-answer', call),
    () => other.succeed('login-cancel'),
  );
  for (const browser of [asking, third]) expect((await browser.succeed('status')).status).toBe('denied');
}, 60_000);

it('whatever a session was about to take away or to report when it was reported itself', async () => {
  const { username, phone, browser, intruder, notMe } = await relayed();
  const second = await addPhone(nod, browser, 'My second');
  const own = SocialBrowser.of(nod, browser);
  await link(own, 'second', 'three');
  const { id } = (await browser.succeed('me')).session;
  const refused = async <N extends 'device-remove' | 'social-unlink' | 'session-end'>(
    from: N,
    by: SocialBrowser,
    options: Parameters<typeof by.call<N>>[1],
    report: () => Promise<unknown>,
  ) => {
    const { status, problem } = await whileWriting(nod, { from }, () => by.call(from, options), report);
    expect([status, problem.code]).toEqual([401, 'not_signed_in']);
  };
  await refused('device-remove', intruder, { params: { deviceId: second.deviceId } }, notMe);
  const reportOf = async (of: Browser) => {
    const params = { sessionId: (await of.succeed('me')).session.id };
    return () => phone.succeed('session-end', { params, query: { notMe: '1' } });
  };
  const next = (await signIn(nod, { username, phone }, new SocialBrowser(nod))) as SocialBrowser;
  await refused('social-unlink', next, { params: { provider: 'second' } }, await reportOf(next));
  const last = (await signIn(nod, { username, phone }, new SocialBrowser(nod))) as SocialBrowser;
  // Only the first of the two reports is held back.
  await refused(
    'session-end',
    last,
    { params: { sessionId: id }, query: { notMe: '1' } },
    await reportOf(last),
  );
  expect((await browser.succeed('status')).status).toBe('active');
  expect(await userRow(nod, username)).toMatchObject({ phones: 2, credentialCount: 3 });
}, 60_000);
