/** A store in trouble while somebody comes back from a provider: nothing half-written, and a repeat succeeds. */
import { expect, it, onTestFinished } from 'vitest';
import { newUsername } from '../support/people.ts';
import { SocialBrowser, socialNod } from '../support/social.ts';
import { unchanged } from '../support/unchanged.ts';

const people = ['a', 'b', 'c', 'd'].map((sub) => ({
  sub,
  name: sub,
  preferred_username: `person_${sub}`,
  email: `${sub}@example.org`,
}));
const nod = socialNod({ demo: { people } });

/** Disturbs the line for the rest of the test, or until it is mended. */
function disturb(...[fault, victims]: Parameters<typeof nod.recordingProxy.disturb>): void {
  nod.recordingProxy.disturb(fault, victims);
  onTestFinished(() => nod.recordingProxy.mend());
}

it('an answer to a question is refused whole, and good once more', async () => {
  const browser = new SocialBrowser(nod);
  await browser.goThrough('demo', 'a');
  const body = { username: newUsername() };
  disturb('cut', { from: 'social-continue', operation: 'TransactWriteItems' });
  await unchanged(nod, async () => {
    const { status, problem, headers } = await browser.answer(body);
    expect([status, problem.code, headers.getSetCookie()]).toEqual([503, 'store_unavailable', []]);
  });
  nod.recordingProxy.mend();
  expect(await browser.answered(body)).toMatchObject({ status: 'approved' });
  await browser.succeed('login-complete');
  expect((await browser.succeed('me')).user.username).toBe(body.username);
});

it('an answer of the store that got lost makes no second user, link or session', async () => {
  const browser = new SocialBrowser(nod);
  disturb('answer lost', { from: 'social-callback', operation: 'TransactWriteItems', times: 1 });
  expect((await browser.goThrough('demo', 'b')).headers.get('location')).toMatch(/#question=/);
  disturb('answer lost', { from: 'social-continue', operation: 'TransactWriteItems', times: 1 });
  const username = newUsername();
  await browser.answered({ username });
  await browser.succeed('login-complete');
  const { Users, Sessions, SocialLinks } = await nod.rows();
  const own = Users.filter((row) => row.username === username);
  expect(own).toHaveLength(1);
  const ofUser = ({ pk, userId }: Record<string, unknown>) => (pk ?? userId) === own[0]?.pk;
  expect(Sessions.filter((row) => ofUser(row) && String(row.sk).startsWith('session#'))).toHaveLength(1);
  expect(SocialLinks.filter(({ userId }) => userId === own[0]?.pk)).toHaveLength(1);
});

it('a return is told to come again, and does so from the start', async () => {
  const browser = new SocialBrowser(nod);
  disturb('ThrottlingException', { from: 'social-callback', operation: 'TransactWriteItems', after: 1 });
  const { status, headers, text } = await browser.goThrough('demo', 'c');
  expect([status, headers.get('content-type'), headers.has('retry-after')]).toEqual([
    503,
    'text/html; charset=utf-8',
    true,
  ]);
  expect(text).toContain('That did not work');
  const { Sessions, SocialLinks } = await nod.rows();
  expect(Sessions.filter(({ pk }) => String(pk).startsWith('oidc#'))).toEqual([]);
  expect(SocialLinks.filter(({ pk }) => String(pk).endsWith('#c'))).toEqual([]);
  nod.recordingProxy.mend();
  expect((await browser.goThrough('demo', 'c')).status).toBe(302);
});

it('a sign-out is no less one because nobody can be asked where it came from', async () => {
  const browser = new SocialBrowser(nod);
  await browser.signInWith('demo', 'd', newUsername());
  // The session’s own row is read first, and then what came of the provider.
  disturb('ThrottlingException', { from: 'logout', operation: 'GetItem', after: 1 });
  expect(await browser.succeed('logout')).toEqual({ status: 'closed' });
  nod.recordingProxy.mend();
  expect((await browser.succeed('status')).status).toBe('none');
});
