/** An author's page, edited in its place; the post that stands above the others; and the card over an author's name. */
import { describe, expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { button, focused } from './support/flows.ts';
import { screens as startScreens, WIDTHS } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const ABOUT = 'I grow tomatoes with @tom_b.\nhttps://example.com/tomatoes';

describe('one’s own page', () => {
  it.for(Object.entries(WIDTHS))('is edited in its place, on a %s', async ([, viewport]) => {
    screens.complaints.allow(/^400 /);
    const { browser, username } = await newPerson(nod);
    const page = await screens.desktop({ as: browser, viewport });
    await page.goto(`/@${username}`);
    await button(page, 'Edit profile').click();
    await focused(page.getByLabel('Name', { exact: true }));

    // All that is wrong is said at once, beside its field, and nothing is lost.
    await page.getByLabel('Name', { exact: true }).fill(' ');
    await page.getByLabel('About you').fill('x'.repeat(503));
    await page.getByLabel('Link 2').fill('javascript:alert(1)');
    await button(page, 'Save').click();
    for (const name of ['Name', 'About you', 'Link 2'])
      expect(await page.getByLabel(name, { exact: true }).getAttribute('aria-invalid')).toBe('true');
    await focused(page.getByLabel('Name', { exact: true }));

    await page.getByLabel('Name', { exact: true }).fill('Susan');
    await page.getByLabel('About you').fill(ABOUT);
    await page.getByLabel('Link 2').fill('example.com/susan');
    // What was not saved is there again.
    await page.reload();
    await expect.poll(() => page.getByLabel('About you').inputValue()).toBe(ABOUT);
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'Susan', level: 1 }).waitFor();
    await focused(button(page, 'Edit profile'));
    const place = page.getByRole('link', { name: 'example.com/susan' });
    expect(await place.getAttribute('rel')).toBe('me nofollow noopener');
    expect(await place.getAttribute('href')).toBe('https://example.com/susan');
    expect(await page.getByRole('link', { name: '@tom_b' }).getAttribute('href')).toBe('/@tom_b');

    const stranger = await screens.desktop({ viewport, javaScriptEnabled: false });
    await stranger.goto(`/@${username}`);
    await stranger.getByRole('link', { name: 'example.com/tomatoes' }).waitFor();
    expect(await stranger.getByText('Edit profile').count()).toBe(0);
  });

  it('keeps what is written when the session ends, and when the store says no', async () => {
    screens.complaints.allow(/^(401|503|400) /);
    const { browser, username, phone } = await newPerson(nod);
    const page = await screens.desktop({ as: browser, serviceWorkers: 'block' });
    await page.goto(`/@${username}`);
    await button(page, 'Edit profile').click();
    await page.getByLabel('About you').fill('Half a thought');
    await page.route('**/api/profile', (route) => route.fulfill({ status: 503, json: {} }));
    await button(page, 'Save').click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('About you').inputValue()).toBe('Half a thought');
    await page.unroute('**/api/profile');
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    await expect
      .poll(() => page.evaluate((name) => localStorage.getItem(`nod.profileDraft.${name}`), username))
      .toContain('Half a thought');
    expect((await new Browser(nod).succeed('user', { params: { username } })).about).toBeUndefined();
  });

  it('has a post above the others, until it is let go', async () => {
    const { browser, username } = await newPerson(nod);
    const { id } = await browser.succeed('post-create', { body: { body: 'The first of all' } });
    for (let at = 0; at < 21; at++) await browser.succeed('post-create', { body: { body: `Post ${at}` } });
    const page = await screens.desktop({ as: browser });
    await page.goto(`/@${username}/${id}`);
    await button(page, 'Pin to your profile').click();
    await button(page, 'Unpin from your profile').waitFor();
    const stranger = await screens.desktop({ javaScriptEnabled: false });
    await stranger.goto(`/@${username}`);
    await stranger.getByRole('region', { name: 'Pinned' }).getByText('The first of all').waitFor();
    await page.goto(`/@${username}`);
    await page.getByRole('region', { name: 'Pinned' }).getByText('The first of all').waitFor();
    const ids = await page.locator('article').evaluateAll((articles) => articles.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    await button(page, 'Unpin from your profile').click();
    await page.getByRole('region', { name: 'Pinned' }).waitFor({ state: 'detached' });
  });
});

describe('the card over an author’s name', () => {
  it('comes with the pointer and with the focus, stays under the pointer, and goes with Escape', async () => {
    const { browser, username } = await newPerson(nod);
    await browser.succeed('profile-edit', { body: { displayName: 'Susan', about: ABOUT } });
    const { id } = await browser.succeed('post-create', { body: { body: 'Hello' } });
    const page = await screens.desktop();
    await page.goto(`/@${username}/${id}`);
    await page.locator('html:not([data-visitor])').waitFor();
    const [author, card] = [page.locator('.p-author'), page.getByRole('tooltip')];
    await author.hover();
    await card.getByText('I grow tomatoes').waitFor();
    expect(await author.getAttribute('aria-describedby')).toBe(await card.getAttribute('id'));
    await card.hover();
    await page.waitForTimeout(400);
    expect(await card.count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);
    expect(await author.getAttribute('aria-describedby')).toBeNull();

    await page.mouse.move(0, 0);
    await page.locator('main').focus();
    await page.keyboard.press('Tab');
    await focused(author);
    await card.waitFor();
    await focused(author);
    await page.keyboard.press('Tab');
    await card.waitFor({ state: 'detached' });
  });

  it('is not asked for by a pointer that passes by', async () => {
    const { browser, username } = await newPerson(nod);
    const { id } = await browser.succeed('post-create', { body: { body: 'Hello' } });
    const page = await screens.desktop();
    await page.goto(`/@${username}/${id}`);
    await page.locator('html:not([data-visitor])').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.locator('.p-author').hover();
    await page.mouse.move(0, 0);
    await page.waitForTimeout(900);
    expect(asked.filter((path) => path.startsWith('/api/users'))).toEqual([]);
  });
});
