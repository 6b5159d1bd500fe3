import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { button } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const folder = mkdtempSync(join(tmpdir(), 'nod-receipts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const entry = (page: Page, text: RegExp) => page.getByRole('listitem').filter({ hasText: text });

/** The page of somebody whose phone has let one more browser in. */
async function atActivity() {
  const person = await newPerson(nod);
  const other = await signIn(nod, person);
  const desktop = await screens.desktop({ as: person.browser });
  await desktop.goto('/account');
  await desktop.getByRole('link', { name: 'See what happened to your account' }).click();
  await entry(desktop, /signed in/)
    .first()
    .waitFor();
  return { ...person, other, desktop };
}

describe('the activity page', () => {
  it('tells what happened today, the newest first', async () => {
    const { desktop, other } = await atActivity();
    await other.succeed('logout');
    await desktop.reload();
    const today = desktop.getByRole('region', { name: 'Today' });
    await entry(desktop, /was signed out in that browser/).waitFor();
    const said = (await today.getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0]);
    expect(said.slice(0, 3)).toEqual([
      'Firefox 143 on Windows was signed out in that browser',
      'Firefox 143 on Windows signed in',
      expect.stringMatching(/^\u2068Pixel 9\u2069 approved Firefox 143 on Windows$/),
    ]);
  });

  it('has receipts that anybody can check with what the page says, and that cannot be changed', async () => {
    const { desktop } = await atActivity();
    const saving = desktop.waitForEvent('download');
    await entry(desktop, /approved Firefox/)
      .getByRole('button', { name: 'Save the receipt' })
      .click();
    const receipt = join(folder, 'receipt.json');
    await (await saving).saveAs(receipt);

    await desktop.getByText('How to check a receipt').click();
    const script = await desktop.getByRole('link', { name: 'check-receipt.mjs' }).getAttribute('href');
    const checker = join(folder, 'check-receipt.mjs');
    writeFileSync(checker, await (await fetch(new URL(script ?? '', nod.origin))).text());
    const check = () => spawnSync(process.execPath, [checker, receipt], { encoding: 'utf8' });

    expect(check()).toMatchObject({ status: 0, stderr: '' });
    expect(check().stdout).toContain(`for ${nod.origin}`);

    const written = readFileSync(receipt, 'utf8');
    writeFileSync(receipt, written.replace(/("number\\":\\")\d/, '$1x'));
    expect(readFileSync(receipt, 'utf8')).not.toBe(written);
    expect(check()).toMatchObject({ status: 1, stdout: expect.stringContaining('NO ') });
  });

  it('comes a page at a time', async () => {
    const { desktop, phone, username } = await atActivity();
    for (let i = 0; i < 15; i++) await signIn(nod, { username, phone });
    await desktop.reload();
    await entry(desktop, /signed in/)
      .first()
      .waitFor();
    const shown = await desktop.getByRole('listitem').count();
    await button(desktop, 'Load more').click();
    await expect.poll(() => desktop.getByRole('listitem').count()).toBeGreaterThan(shown);
  });
});
