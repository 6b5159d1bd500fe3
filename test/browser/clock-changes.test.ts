/** Somebody sets the computer's clock, or the machine corrects it, while a page is open. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { button, numberOn, sentence, signedIn } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const STATUS = '**/api/status*';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CHANGES = [
  ['back by an hour', -HOUR],
  ['back by a minute', -MINUTE],
  ['on by an hour', HOUR],
] as const;

/** Somebody signed in, on a page whose timers go as they do, and whose clock can be set. */
async function at(path: string) {
  const person = await newPerson(nod);
  const page = await screens.desktop({ as: person.browser });
  await page.clock.install();
  await page.goto(path);
  return { ...person, page };
}

const setClock = async (page: Page, by: number): Promise<void> =>
  page.clock.setSystemTime((await page.evaluate(() => Date.now())) + by);

const endSession = async ({ phone }: Awaited<ReturnType<typeof newPerson>>): Promise<void> => {
  const { items } = await phone.succeed('sessions');
  await phone.succeed('session-end', { params: { sessionId: items[0]?.id ?? '' } });
};

/** Somebody uses the page until it tells of that: a page that was just loaded notes nothing before it knows its session. */
async function tellsOfInput(page: Page): Promise<void> {
  let isTold = false;
  const told = page
    .waitForRequest((request) => request.url().endsWith('/api/me'), { timeout: 9000 })
    .finally(() => (isTold = true));
  const used = (async () => {
    while (!isTold) {
      await page.keyboard.press('Shift');
      await sleep(100);
    }
  })();
  await Promise.all([told, used]);
}

describe.for(CHANGES)('a clock that is set %s', ([, by]) => {
  it('during a poll keeps no page open whose session has ended', async () => {
    const { page, ...person } = await at('/account');
    await page.getByText('This browser').first().waitFor();
    await page.route(
      STATUS,
      async (route) => {
        await setClock(page, by);
        await endSession(person as Awaited<ReturnType<typeof newPerson>>);
        await route.continue();
      },
      { times: 1 },
    );
    await sentence(page, 'This session was ended from your phone.').waitFor();
  });

  it('during a poll that nobody answers keeps no private page readable', async () => {
    screens.complaints.allow(/^failed \/api\/status$/);
    const { page } = await at('/account');
    await page.getByText('This browser').first().waitFor();
    let polls = 0;
    await page.route(STATUS, async (route) => {
      if (polls++ === 0) await setClock(page, by);
      await route.abort();
    });
    await expect.poll(() => polls).toBe(1);
    await page.getByText('Nod cannot be reached').waitFor({ timeout: 14_000 });
    expect(polls).toBeGreaterThan(2);
    await page.unroute(STATUS);
    await page.getByText('Nod cannot be reached').waitFor({ state: 'detached' });
  });

  it('keeps no tab from its approval, in whichever of two it is asked for', async () => {
    const { username, phone } = await newPerson(nod, { signIn: false });
    const page = await screens.desktop();
    await page.clock.install();
    const other = await page.context().newPage();
    await other.goto('/signin');
    await page.goto('/signin');
    await page.getByLabel('Username').fill(username);
    await button(page, 'Ask my phone').click();
    const number = await numberOn(page);
    await setClock(page, by);
    await phone.approve(number);
    await signedIn(page);
  });

  it('leaves the countdown as it is', async () => {
    screens.complaints.allow(/^failed \/api\/status\?of=signin$/);
    const { username } = await newPerson(nod, { signIn: false });
    const page = await screens.desktop();
    await page.clock.install();
    await page.goto('/signin');
    await page.getByLabel('Username').fill(username);
    await button(page, 'Ask my phone').click();
    const timer = page.getByRole('timer');
    await timer.waitFor();
    const secondsLeft = async () => {
      const [, minutes = '', seconds = ''] = /(\d):(\d\d)/.exec((await timer.textContent()) ?? '') ?? [];
      return Number(minutes) * 60 + Number(seconds);
    };
    const before = await secondsLeft();
    await page.route(STATUS, (route) => route.abort());
    await setClock(page, by);
    await expect.poll(secondsLeft, { timeout: 9000 }).toBeLessThanOrEqual(before - 3);
    expect(await secondsLeft()).toBeGreaterThanOrEqual(before - 9);
  });

  it('keeps the person’s activity from being told neither on the open page nor after a reload', async () => {
    const { page } = await at('/');
    await signedIn(page);
    await tellsOfInput(page);
    await setClock(page, by);
    await page.clock.fastForward(6 * MINUTE);
    await tellsOfInput(page);

    // Later by the server, in a document whose computer has another idea of the time.
    await page.route(STATUS, async (route) => {
      const response = await route.fetch();
      const date = new Date(Date.now() + 20 * MINUTE).toUTCString();
      await route.fulfill({ response, headers: { ...response.headers(), date } });
    });
    const answered = page.waitForResponse(STATUS);
    await page.reload();
    await answered;
    await tellsOfInput(page);
    await page.unroute(STATUS);
    await page.clock.fastForward(6 * MINUTE);
    await tellsOfInput(page);
  });
});

it('activity is told by one tab for all of them, and once more where their clock was set', async () => {
  const { page } = await at('/');
  await signedIn(page);
  let told = 0;
  let heard = 0;
  const isMe = (request: Request) => request.url().endsWith('/api/me');
  page.context().on('request', (request) => void (isMe(request) && told++));
  page.context().on('requestfinished', (request) => void (isMe(request) && heard++));
  const other = await page.context().newPage();
  await other.goto('/');
  await signedIn(other);
  await Promise.all([page.waitForRequest('**/api/me'), page.keyboard.press('Shift')]);
  await otherIsUsed();
  expect(told).toBe(1);
  await setClock(page, -HOUR);
  for (let times = 0; times < 3; times++) await otherIsUsed();
  expect(told).toBe(2);

  async function otherIsUsed(): Promise<void> {
    await other.keyboard.press('Shift');
    await other.evaluate(() => fetch('/api/posts'));
    // What a reload cuts off may not have been heard, and is told again.
    await expect.poll(() => heard).toBe(told);
    await other.reload();
    await signedIn(other);
    // Posts are asked for once the page has the server's time, with who is signed in.
    await other.getByText('Nothing here yet.').waitFor();
    await other.keyboard.press('Shift');
    await other.evaluate(() => fetch('/api/posts'));
  }
});
