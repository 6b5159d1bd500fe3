/** What is over stays over when the clock goes back (DESIGN.md §6.5), or where a function's clock is behind another's. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Status } from '../../shared/sessions/session.ts';
import { Browser } from '../support/browser.ts';
import { type NodInOneProcess, nodInOneProcess } from '../support/one-process.ts';
import { newPerson, newUsername, Phone, readyToEnrol, signIn } from '../support/people.ts';

let nod: NodInOneProcess;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  nod = await nodInOneProcess({ NOD_LIMITS_SCALE: '1000' });
});
afterAll(async () => {
  await nod?.stop();
  vi.useRealTimers();
});

/** Later than any test before this one has been. */
let begin = Date.now();
beforeEach(() => {
  begin += 100 * 24 * 60 * 60 * 1000;
  vi.setSystemTime(begin);
});
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

const stateOf = async (browser: Browser): Promise<Status | 'none'> =>
  (await browser.succeed('status')).status;

/** Somebody whose one browser was let in for so long. */
async function letIn(lifetime: '10m' | '24h', presence = false) {
  const { username, phone } = await newPerson(nod, { signIn: false });
  const browser = new Browser(nod);
  const { number } = await browser.succeed('login-start', { body: { username } });
  await phone.approve(number, lifetime, presence);
  await browser.succeed('login-complete');
  return { username, phone, browser };
}

const sessionRows = async () =>
  (await nod.rows()).Sessions.filter(
    ({ sk, status }) => `${sk}`.startsWith('session#') && status === 'active',
  );

describe('a session that was found over is over when the clock is set back', () => {
  it.each<[string, () => ReturnType<typeof letIn>, number, string]>([
    ['idle', () => letIn('24h'), 3600, 'idle'],
    ['its lifetime over', () => letIn('10m'), 600, 'lifetime'],
    ['its phone away', () => letIn('24h', true), 600, 'phone_away'],
  ])('%s', async (_, prepared, seconds, reason) => {
    const { browser, phone } = await prepared();
    pass(seconds + 1);
    expect(await browser.succeed('status')).toMatchObject({ status: 'timeout', reason });
    const before = await sessionRows();
    pass(-seconds);
    expect(await browser.succeed('status')).toMatchObject({ status: 'timeout', reason });
    expect((await browser.call('me')).problem).toMatchObject({ code: 'not_signed_in', reason });
    expect((await browser.call('post-create', { body: { body: 'Back again' } })).status).toBe(401);
    await phone.call('presence');
    expect(await stateOf(browser)).toBe('timeout');
    expect(await sessionRows()).toEqual(before);
  });
});

it('a sign-in that nobody answered in time can be neither approved nor completed', async () => {
  const { username, phone } = await newPerson(nod);
  const browser = new Browser(nod);
  const { number, sessionId } = await browser.succeed('login-start', { body: { username } });
  const { publicKey } = await phone.succeed('approval-find', { body: { number } });
  pass(121);
  expect(await stateOf(browser)).toBe('timeout');
  pass(-100);
  const assertion = phone.authenticator.get(publicKey);
  const body = { decision: 'approve', lifetime: '24h', assertion } as const;
  expect((await phone.call('approval-answer', { params: { sessionId }, body })).status).toBe(410);
  expect((await phone.call('approval-find', { body: { number } })).status).toBe(404);
  expect((await browser.call('login-complete')).status).toBe(410);
});

it('an approval that nobody completed in time lets nobody in', async () => {
  const { username, phone } = await newPerson(nod);
  const browser = new Browser(nod);
  const { number } = await browser.succeed('login-start', { body: { username } });
  await phone.approve(number);
  pass(121);
  expect(await stateOf(browser)).toBe('timeout');
  pass(-100);
  expect((await browser.call('login-complete')).status).toBe(410);
});

it('a session that had to be confirmed anew still has to be', async () => {
  const person = await newPerson(nod);
  const browser = await signIn(nod, person);
  pass(301);
  expect((await browser.call('device-invite')).problem.code).toBe('reauth_required');
  pass(-300);
  expect((await browser.call('device-invite')).problem.code).toBe('reauth_required');
});

it('a link that was over enrols nobody', async () => {
  const [browser, phone] = [new Browser(nod), new Phone(nod)];
  const { enrolUrl } = await browser.succeed('register', { body: { username: newUsername() } });
  const body = await readyToEnrol(phone, enrolUrl);
  pass(601);
  expect((await phone.call('device-options', { body: { ticket: body.ticket } })).status).toBe(410);
  pass(-600);
  expect((await phone.call('device-enrol', { body })).status).toBe(410);
});
