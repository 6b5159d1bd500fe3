/** Pages that the browser translates while they are open. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername } from '../support/people.ts';
import { button, numberOn, personWithPhone } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';
import { translated } from './support/translator.ts';

const nod = startNod();
const screens = startScreens(nod);

type Options = Parameters<typeof screens.desktop>[0];

async function desktop(options?: Options): Promise<Page> {
  const page = await screens.desktop(options);
  await translated(page.context());
  return page;
}

describe('a translated page', () => {
  it('shows each error, the next in place of the last, and what came before again', async () => {
    const page = await desktop();
    await page.goto('/register');
    await page.getByRole('heading', { name: '‹Choose your name›' }).waitFor();
    const below = page.locator('#username-hint, #username-error');
    const name = page.locator('#username');
    for (const [typed, hint] of [
      ['a', 'Two more characters at least.'],
      ['ab', 'One more character at least.'],
      ['a b', 'A name has no spaces; use _ instead.'],
      ['', '3 to 20 letters a–z, digits or _.'],
    ] as const) {
      await name.fill(typed);
      await expect.poll(() => below.textContent()).toBe(`‹${hint}›`);
    }
    await name.press('Enter');
    await expect.poll(() => below.textContent()).toBe('‹Choose a name.›');
    await name.fill('ab');
    await name.press('Enter');
    await expect.poll(() => below.textContent()).toBe('‹One more character at least.›');
  });

  it('counts down, shows the very number, and lets in whom the phone approves', async () => {
    const { username, phone } = await newPerson(nod, { signIn: false });
    const page = await desktop();
    await page.goto('/signin');
    await page.locator('#username').fill(username);
    await button(page, '‹Ask my phone›').click();
    const left = page.getByRole('timer').locator('.digits');
    const before = await left.textContent();
    expect(before).toMatch(/^[12]:\d\d$/);
    await expect.poll(() => left.textContent()).not.toBe(before);
    expect(await left.textContent()).toMatch(/^1:\d\d$/);
    const number = page.locator('.number');
    expect(await number.textContent()).toMatch(/^\d{3} \d{3}$/);
    await phone.approve(await numberOn(page));
    await page.waitForURL('/');
    await page.locator('#post-body').waitFor();
    expect(await page.locator('.current-name').textContent()).toBe(username);
  });

  it('says what became of a sign-in, and starts again', async () => {
    const { username, phone } = await newPerson(nod, { signIn: false });
    const page = await desktop();
    await page.goto('/signin?reason=phone');
    const notice = page.locator('#notice');
    await expect.poll(() => notice.textContent()).toBe('‹This session was ended from your phone.›');
    await page.locator('#username').fill(username);
    await button(page, '‹Ask my phone›').click();
    const number = await numberOn(page);
    const { approval } = await phone.succeed('approval-find', { body: { number } });
    const params = { sessionId: approval.sessionId };
    await phone.succeed('approval-answer', { params, body: { decision: 'deny' } });
    await expect
      .poll(() => notice.textContent())
      .toBe('‹Your phone said no. If that was a slip, start again.›');
    await button(page, '‹Ask my phone›').click();
    await page.getByRole('timer').waitFor();
    await button(page, '‹Cancel›').click();
    await expect.poll(() => notice.textContent()).toBe('‹Cancelled. Nobody was signed in.›');
  });

  it('counts what is left of a post, refuses it, posts it and deletes it', async () => {
    const { browser } = await newPerson(nod);
    const page = await desktop({ as: browser });
    await page.goto('/');
    const post = page.locator('#post-body');
    const left = page.locator('#post-left .digits');
    const error = page.locator('#post-error');
    await button(page, '‹Post›').click();
    await expect.poll(() => error.textContent()).toBe('‹Write something first.›');
    await post.fill('x'.repeat(501));
    await expect.poll(() => left.textContent()).toBe('-1');
    await button(page, '‹Post›').click();
    await expect.poll(() => error.textContent()).toContain('Take out 1 to post it.');
    await post.fill('x'.repeat(503));
    await expect.poll(() => left.textContent()).toBe('-3');
    await button(page, '‹Post›').click();
    await expect.poll(() => error.textContent()).toContain('Take out 3 to post it.');

    const body = `Bonjour ${newUsername()}`;
    await post.fill(body);
    await expect.poll(() => left.textContent()).toBe(String(500 - body.length));
    await button(page, '‹Post›').click();
    const mine = page.getByRole('article').filter({ hasText: body });
    await mine.waitFor();
    expect(await left.textContent()).toBe('500');
    await mine.locator('[data-key=more]').click();
    await page.locator('.menu-item.danger-text').click();
    await mine.waitFor({ state: 'detached' });
    await page.locator('#undo-bar').getByText('‹Deleted.›').waitFor();
  });

  it('on the phone says what is wrong with a number, and approves the right one', async () => {
    const { username, phone } = await personWithPhone(nod, screens);
    const page = await screens.desktop();
    await page.goto('/signin');
    await page.getByLabel('Username').fill(username);
    await button(page, 'Ask my phone').click();
    const number = await numberOn(page);

    await translated(phone.context());
    screens.complaints.allow(/^404 \/api\/approvals\/find$/);
    await phone.goto('/phone');
    const field = phone.locator('#number');
    const problem = phone.locator('#number-problem');
    await field.fill('12a');
    await expect.poll(() => problem.textContent()).toBe('‹The number has digits only.›');
    await field.press('Enter');
    await expect.poll(() => problem.textContent()).toBe('‹The number has six digits: 4 are missing.›');
    expect(await phone.locator('.phone-owner').textContent()).toBe(`@${username}`);
    await field.fill(number);
    await phone.locator('#approve').waitFor();
    expect((await phone.locator('.asker-number').textContent())?.replace(/\s/g, '')).toBe(number);
    const asked = phone.locator('.asker time');
    const before = await asked.textContent();
    await expect.poll(() => asked.textContent(), { timeout: 6000 }).not.toBe(before);
    await phone.locator('#approve').click();
    await phone.getByText('‹Approved›').waitFor();
    await page.waitForURL('/');
  });

  it('keeps names and codes as they are', async () => {
    const { browser, username } = await newPerson(nod);
    await browser.succeed('post-create', { body: { body: 'Hello.' } });
    const page = await desktop({ as: browser });
    await page.goto(`/@${username}`);
    await page.getByRole('article').first().waitFor();
    for (const name of await page.getByText(username).allTextContents()) expect(name).not.toMatch(/‹@?\w+›/);
    await page.goto('/account/code');
    await button(page, '‹Make my recovery code›').click();
    await expect
      .poll(() => page.locator('.recovery-code').textContent())
      .toMatch(/^\s*([0-9A-Z]{4}-?){7}\s*$/);
  });
});
