/** Long words, another direction, another script: the main pages in each, with axe and at both widths. */
import { it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { expectNoFindings, type Walk } from './support/axe.ts';
import { personWithPhone } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const walk = (...paths: string[]): Walk =>
  Object.fromEntries(
    paths.map((path) => [
      path,
      async (page) => {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
      },
    ]),
  );

it.for(['de', 'ar', 'ja'])('axe finds nothing in %s, and nothing sticks out', async (language) => {
  const { browser } = await newPerson(nod);
  await browser.succeed('post-create', { body: { body: 'Hello.' } });
  const { phone } = await personWithPhone(nod, screens);
  const [stranger, own] = [await screens.desktop(), await screens.desktop({ as: browser })];
  for (const page of [stranger, own, phone]) {
    await page.context().addCookies([{ name: 'lang', value: language, url: nod.origin }]);
  }
  await expectNoFindings(stranger, walk('/', '/signin', '/register', '/recover'));
  await expectNoFindings(own, walk('/', '/account', '/account/activity'));
  await expectNoFindings(phone, walk('/phone'));
});
