import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { cookiesOf } from '../support/chromium.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { button, focused, numberOn, personWithPhone } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** Somebody on the account page whose phone said yes too long ago, and who wants to add another. */
async function stale() {
  screens.complaints.allow(/^403 \/api\/devices\/invite$/);
  const person = await newPerson(nod);
  await age(nod, 'Sessions', 'session#', 360);
  const desktop = await screens.desktop({ as: person.browser });
  await desktop.goto('/account');
  await button(desktop, 'Add a phone').click();
  const dialog = desktop.getByRole('dialog', { name: 'Confirm with your phone' });
  await dialog.waitFor();
  const done = desktop.getByRole('heading', { name: 'Add a phone' });
  return { ...person, desktop, dialog, done, number: () => numberOn(desktop) };
}

describe('what only a fresh session may do', () => {
  it('asks the phone again over the page, and then does it by itself', async () => {
    const { desktop, dialog, done, phone, browser, number } = await stale();
    const shown = await number();
    // Also once the number is there, with which the heading is drawn anew.
    await focused(dialog.getByRole('heading', { name: 'Confirm with your phone' }));
    expect(await browser.succeed('status')).toMatchObject({ status: 'active' });
    await phone.approve(shown);
    await focused(done);
    expect(await dialog.count()).toBe(0);
    expect(new URL(desktop.url()).pathname).toBe('/account');
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'here' });
  });

  it('says on the phone what is approved, without asking for how long', async () => {
    screens.complaints.allow(/^403 \/api\/devices\/invite$/);
    const { browser, phone } = await personWithPhone(nod, screens);
    await age(nod, 'Sessions', 'session#', 360);
    const before = (await browser.succeed('activity')).items.length;
    const desktop = await screens.desktop({ as: browser });
    await desktop.goto('/account');
    await button(desktop, 'Add a phone').click();
    const number = await numberOn(desktop);
    await phone.goto('/phone');
    await phone.getByText('asks to add a phone ·').waitFor();
    await phone.getByRole('textbox').fill(number);
    await phone.getByRole('heading', { name: 'Add a phone?' }).waitFor();
    expect(await phone.getByRole('radio').count()).toBe(0);
    expect(await phone.getByRole('switch').count()).toBe(0);
    await button(phone, 'Approve with fingerprint').click();
    await phone.getByText('may add a phone now.').waitFor();
    await desktop.getByRole('heading', { name: 'Add a phone' }).waitFor();
    await desktop.goto('/account/activity');
    await desktop.getByText(/let .* add a phone$/).waitFor();
    // One line for the yes, and one for what it was for.
    expect(await desktop.locator('.activity-entry').count()).toBe(before + 2);
  });

  it('is left alone when the person thinks better of it, and the session lives on', async () => {
    const { desktop, dialog, done, browser, phone, number } = await stale();
    const shown = await number();
    const cancelled = desktop.waitForResponse('**/api/login/cancel');
    await desktop.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focused(button(desktop, 'Add a phone'));
    expect((await cancelled).status()).toBe(200);
    expect((await phone.call('approval-find', { body: { number: shown } })).status).toBe(404);
    expect(await browser.succeed('status')).toMatchObject({ status: 'active' });
    expect(await done.count()).toBe(0);
  });

  it('says so when the phone says no, and can be asked for again', async () => {
    const { desktop, dialog, done, phone, number } = await stale();
    const { approval } = await phone.succeed('approval-find', { body: { number: await number() } });
    await phone.succeed('approval-answer', {
      params: { sessionId: approval.sessionId },
      body: { decision: 'deny' },
    });
    await dialog.getByText('Your phone said no.').waitFor();
    await button(desktop, 'Ask again').click();
    await phone.approve(await number());
    await done.waitFor();
  });

  it('goes by the phone page and back on the phone itself', async () => {
    screens.complaints.allow(/^403 \/api\/devices\/invite$/);
    const { browser, phone } = await personWithPhone(nod, screens);
    await age(nod, 'Sessions', 'session#', 360);
    await phone.context().addCookies(cookiesOf(browser));
    await phone.goto('/account');
    await button(phone, 'Add a phone').click();
    await phone.getByRole('link', { name: 'Approve here' }).click();
    await button(phone, 'Approve with fingerprint').click();
    await phone.waitForURL('/account');
    await phone.getByRole('heading', { name: 'Add a phone' }).waitFor();
  });
});
