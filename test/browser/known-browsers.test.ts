/** "Browsers you have used" on the account page. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { findings } from './support/axe.ts';
import { focused } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const known = (page: Page) => page.getByRole('region', { name: 'Browsers you have used' });

it('shows this one first, and forgets another one, which then is a new browser again', async () => {
  const person = await newPerson(nod);
  const elsewhere = await signIn(nod, person);
  const page = await screens.desktop({ as: person.browser });
  await page.goto('/account');
  const items = known(page).getByRole('listitem');
  await items.nth(1).waitFor();
  expect(await items.first().textContent()).toContain('This one');
  expect(await findings(page)).toEqual([]);

  await items.nth(1).getByRole('button', { name: 'Forget' }).click();
  await page.getByRole('status').filter({ hasText: 'is forgotten.' }).waitFor({ state: 'attached' });
  await focused(known(page).getByRole('heading'));
  expect(await items.count()).toBe(1);
  const { number } = await elsewhere.succeed('login-start', { body: { username: person.username } });
  const { approval } = await person.phone.succeed('approval-find', { body: { number } });
  expect(approval.known).toBe(false);

  await page.goto('/account/activity');
  await page.getByText('Firefox 143 on Windows was forgotten').waitFor();
});

it('shows a few, and all of them when asked', async () => {
  const person = await newPerson(nod);
  for (let at = 0; at < 6; at++) await signIn(nod, person);
  const page = await screens.phone({ as: person.browser });
  await page.goto('/account');
  const items = known(page).getByRole('listitem');
  await items.nth(4).waitFor();
  expect(await items.count()).toBe(5);
  await known(page).getByRole('button', { name: 'Show all 7' }).click();
  expect(await items.count()).toBe(7);
  await focused(known(page).getByRole('heading'));
});
