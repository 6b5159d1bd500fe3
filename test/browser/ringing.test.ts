/** The phone is asked whether it may ring, and rings. Only the way through the browser vendor's service is stubbed. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pushNotice } from '../../web/notices/push-notice.ts';
import { nod as startNod } from '../support/nod.ts';
import { userRow } from '../support/people.ts';
import { type PushService, startPushService } from '../support/push-service.ts';
import { approve, button, focused, openPhone, personWhoEnrolled, personWithPhone } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';
import { pushedWorker, shownBy } from './support/service-worker.ts';

let service: PushService;
const nod = startNod({
  async beside() {
    service = await startPushService();
    return { variables: { LOCAL_PUSH_ORIGIN: service.origin }, stop: () => service.stop() };
  },
  triggers: true,
});
const screens = startScreens(nod, { kind: 'whole' });
/** For what comes after a notification. */
const plainScreens = startScreens(nod);

/** Somebody's phone whose browser asks its owner as told, and subscribes at a push service of the tests. */
async function ringable(setting: 'granted' | 'denied' | 'prompt') {
  const person = await personWithPhone(nod, screens);
  const { phone, browser } = person;
  const devtools = await phone.context().newCDPSession(phone);
  const { targetInfo } = await devtools.send('Target.getTargetInfo');
  const chromium = await phone.context().browser()?.newBrowserCDPSession();
  await chromium?.send('Browser.setPermission', {
    permission: { name: 'notifications' },
    setting,
    origin: nod.origin,
    ...(targetInfo.browserContextId === undefined ? {} : { browserContextId: targetInfo.browserContextId }),
  });
  await phone.exposeFunction('newSubscription', () => service.subscribe());
  await phone.addInitScript(subscribeElsewhere);
  const rings = async () => (await browser.succeed('devices')).items[0]?.rings;
  return { ...person, rings };
}

declare global {
  var newSubscription: () => Promise<PushSubscriptionJSON>;
}

/** There is no push service behind a Chromium without windows. */
function subscribeElsewhere(): void {
  PushManager.prototype.subscribe = async () => {
    const subscription = await newSubscription();
    return { toJSON: () => subscription } as PushSubscription;
  };
}

const offer = (phone: Page) => phone.getByRole('heading', { name: 'Ring this phone when you sign in' });

describe('a phone that may ring', () => {
  it('is offered that as soon as it is set up', async () => {
    const { phone } = await personWhoEnrolled(nod, screens);
    await phone.getByRole('heading', { name: 'This phone is ready' }).waitFor();
    await offer(phone).waitFor();
    await button(phone, 'Not now').click();
    await offer(phone).waitFor({ state: 'detached' });
  });

  it('shows on the page that is open, whichever it is, that somebody waits', async () => {
    const { phone, browser, username } = await ringable('granted');
    const { push } = await pushedWorker(phone);
    await phone.goto('/');
    await phone.getByRole('link', { name: 'Approve', exact: true }).waitFor();
    await phone.waitForLoadState('networkidle');
    const { sessionId } = await browser.succeed('login-start', { body: { username } });
    const facts = { browser: 'Firefox 143', os: 'Windows', place: null };
    const notice = pushNotice({ type: 'request', sessionId, ...facts }, 'en');
    await push(JSON.stringify(notice), `/phone#request=${sessionId}`);
    // Long before the page would ask by itself.
    await phone.getByRole('link', { name: 'Approve (one browser waits)' }).waitFor({ timeout: 10_000 });
  });

  it('rings for a known browser, without its number, and leads to the request', async () => {
    const { phone, browser, username, rings } = await ringable('granted');
    await openPhone(phone);
    expect(await rings(), 'not by itself').toBe(false);
    await button(phone, 'Ring this phone').click();
    await focused(phone.getByRole('heading', { name: 'This phone rings from now on' }));
    expect(await rings()).toBe(true);

    const { worker, push } = await pushedWorker(phone);
    const { number, sessionId } = await browser.succeed('login-start', { body: { username } });
    const [arrival] = await service.arrived(1);
    await push(JSON.stringify(arrival?.notice), `/phone#request=${sessionId}`);
    const [shown] = await shownBy(worker);
    expect(shown?.title).toBe('Firefox 143 on Windows asks to sign in');
    expect(JSON.stringify(shown)).not.toContain(number);

    await phone.goto(shown?.path ?? '');
    await phone.getByRole('heading', { name: 'Enter the number to sign in' }).waitFor();
    await phone.getByText('Known browser').waitFor();
    await phone.getByRole('textbox').fill(number);
    await phone.getByRole('heading', { name: 'Sign in on this computer?' }).waitFor();
    await approve(phone);
    await browser.succeed('login-complete');
  });

  it('is told in the language that is chosen on its own page, from then on, by itself', async () => {
    const { phone, username } = await ringable('granted');
    const { pk: userId } = await userRow(nod, username);
    const said = async () =>
      (await nod.rows()).Users.find(({ pk, push }) => pk === userId && push !== undefined)?.language;
    await openPhone(phone);
    await button(phone, 'Ring this phone').click();
    await expect.poll(said).toBe('en');
    await button(phone, 'This phone’s settings').click();
    await button(phone, 'Deutsch').click();
    await expect.poll(said).toBe('de');
    expect(await phone.locator('html').getAttribute('lang')).toBe('de');
  });

  it('stops when that is wanted', async () => {
    const { phone, rings } = await ringable('granted');
    await openPhone(phone);
    await button(phone, 'Ring this phone').click();
    await expect.poll(rings).toBe(true);
    await button(phone, 'This phone’s settings').click();
    await button(phone, 'Stop ringing').click();
    await button(phone, 'Ring this phone').waitFor();
    expect(await rings()).toBe(false);
  });

  it('is not asked again once its owner has said not now', async () => {
    const { phone, rings } = await ringable('prompt');
    await openPhone(phone);
    await button(phone, 'Not now').click();
    await offer(phone).waitFor({ state: 'detached' });
    await openPhone(phone);
    await phone.getByText('Signed-in browsers').waitFor();
    await button(phone, 'This phone’s settings').click();
    await button(phone, 'Ring this phone').waitFor();
    expect(await rings()).toBe(false);
  });
});

describe('a phone whose browser does not let Nod ring it', () => {
  it('says what to do about it, and is not asked', async () => {
    const { phone } = await ringable('denied');
    await openPhone(phone);
    await phone.getByText('Signed-in browsers').waitFor();
    await button(phone, 'This phone’s settings').click();
    await phone.getByText('Allow notifications for this site in its settings').waitFor();
    expect(await button(phone, 'Ring this phone').count()).toBe(0);
  });
});

describe('a request that a notification led to', () => {
  it('is told of as over when it does not wait any more', async () => {
    const { phone, browser, username } = await personWithPhone(nod, plainScreens);
    const { sessionId } = await browser.succeed('login-start', { body: { username } });
    await phone.goto(`/phone#request=${sessionId}`);
    await phone.getByText('Known browser').waitFor();
    await browser.succeed('login-cancel');
    await phone.getByRole('heading', { name: 'This request has run out' }).waitFor();
    await phone.goto('/phone#request=ses_nobodys');
    await phone.getByRole('heading', { name: 'This request has run out' }).waitFor();
  });

  it('is denied from there', async () => {
    const { phone, browser, username } = await personWithPhone(nod, plainScreens);
    const { sessionId } = await browser.succeed('login-start', { body: { username } });
    await phone.goto(`/phone#request=${sessionId}`);
    await button(phone, 'Not me').click();
    await button(phone, /^Deny and report/).click();
    await phone.getByRole('heading', { name: 'Denied and reported' }).waitFor();
    const status = await browser.succeed('status', { query: { of: 'signin' } });
    expect(status).toMatchObject({ status: 'denied' });
  });
});
