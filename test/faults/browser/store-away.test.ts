/** The store goes away under an open tab, and comes back: the tab locks itself, keeps its session, and opens by itself. */
import { describe, expect, it } from 'vitest';
import { button, signedIn } from '../../browser/support/flows.ts';
import { screens as startScreens } from '../../browser/support/screens.ts';
import { AS_DEPLOYED, type Fault } from '../../support/faults.ts';
import { nod as startNod } from '../../support/nod.ts';
import { newPerson } from '../../support/people.ts';

const nod = startNod({ variables: AS_DEPLOYED });
const screens = startScreens(nod);

const FAULTS: [string, Fault][] = [
  ['is cut off', 'cut'],
  ['throttles', 'ThrottlingException'],
  ['is silent', 'silence'],
];
describe.each(FAULTS)('a database that %s', (_, fault) => {
  it('is told of in the tab, which keeps its session and its draft, and goes on by itself', async () => {
    screens.complaints.allow(/^503 \/api\//, /^failed \/api\//);
    const { browser, username } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    await page.goto('/');
    await signedIn(page);
    const composer = page.getByRole('textbox', { name: 'Your post' });
    const text = `Half a sentence of ${username}`;
    await composer.fill(text);
    const cookies = await page.context().cookies();

    nod.recordingProxy.disturb(fault);
    await page.getByText('Nod cannot be reached').waitFor({ timeout: 40_000 });
    expect(page.url()).toBe(`${nod.origin}/`);
    nod.recordingProxy.mend();
    await page.getByText('Nod cannot be reached').waitFor({ state: 'detached', timeout: 40_000 });
    expect(await composer.inputValue()).toBe(text);
    expect(await page.context().cookies()).toEqual(cookies);
    await button(page, 'Post').click();
    await page.getByRole('article').filter({ hasText: text }).waitFor();
    expect((await browser.succeed('status')).status).toBe('active');
  });
});
