import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { animation, jpeg, picture } from '../support/images.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { button, focused } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const composer = (page: Page) => page.getByRole('textbox', { name: 'Your post' });
const postOf = (page: Page, body: string) => page.getByRole('article').filter({ hasText: body });
const described = (page: Page, number: number) =>
  page.getByRole('textbox', { name: `Describe picture ${number}` });

type File = { name: string; mimeType: string; buffer: Buffer };
const fileOf = (buffer: Buffer, name = 'heron.jpg', mimeType = 'image/jpeg'): File => ({
  name,
  mimeType,
  buffer,
});

async function atHome(...[options]: Parameters<typeof screens.desktop>): Promise<Page> {
  const page = await screens.desktop({ as: (await newPerson(nod)).browser, ...options });
  await page.goto('/');
  await composer(page).waitFor();
  return page;
}

async function choose(page: Page, ...files: File[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByLabel('Add pictures').first().click(),
  ]);
  await chooser.setFiles(files);
}

/** One after the other is decoded, which takes a busy machine its time. */
const arrived = (page: Page, count: number) =>
  expect
    .poll(() => page.locator('.picture:not(:has(progress)):not(:has(.error))').count(), { timeout: 60_000 })
    .toBe(count);

/** Whether the files have come and could be read. */
const shown = (page: Page) =>
  page
    .locator('.media img')
    .evaluateAll((images) =>
      (images as HTMLImageElement[]).map((image) => image.complete && image.naturalWidth > 0),
    );

describe('pictures', { timeout: 180_000 }, () => {
  it('are chosen, described, posted, shown, and looked at by keyboard', async () => {
    const page = await atHome();
    await choose(page, fileOf(await jpeg(900, 600)), fileOf(await jpeg(200, 600)));
    await described(page, 1).fill('A heron in the reeds');
    await arrived(page, 2);
    await composer(page).fill('Look at this');
    await button(page, 'Post').click();
    const post = postOf(page, 'Look at this');
    await post.waitFor();
    expect(await page.locator('.picture').count()).toBe(0);
    const [first, second] = [
      post.getByRole('link', { name: 'A heron in the reeds' }),
      post.getByRole('link', { name: 'Open picture 2' }),
    ];
    await expect.poll(() => shown(page)).toEqual([true, true]);
    expect(await post.getByText('ALT', { exact: true }).count()).toBe(1);

    await first.focus();
    await page.keyboard.press('Enter');
    const viewer = page.getByRole('dialog', { name: 'Picture 1 of 2' });
    await viewer.getByText('A heron in the reeds').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('dialog', { name: 'Picture 2 of 2' }).getByText('Nobody has described').waitFor();
    // There is no further one.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await viewer.getByRole('button', { name: 'Next picture' }).click();
    await page.getByRole('dialog', { name: 'Picture 2 of 2' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await focused(first);

    await second.click();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await expect.poll(() => shown(page)).toEqual([true, true]);
  });

  it('are shown without scripts, too, and never move what is below them', async () => {
    const { browser, username } = await newPerson(nod);
    const image = { rawBody: Buffer.from(await jpeg(1000, 500)), headers: { 'content-type': 'image/jpeg' } };
    const { id } = await browser.succeed('media-create', image);
    await browser.succeed('post-create', { body: { body: 'One', media: [{ id, alt: 'A field' }] } });
    await browser.succeed('post-create', { body: { body: 'Two' } });
    const page = await screens.desktop({ javaScriptEnabled: false });
    await page.goto(`/@${username}`);
    const shape = () => page.getByAltText('A field').boundingBox();
    await expect
      .poll(async () => ((await shape())?.width ?? 0) / ((await shape())?.height ?? 1))
      .toBeCloseTo(2, 1);
    await page.route('**/media/**', (route) => route.abort());
    await page.reload();
    await expect
      .poll(async () => ((await shape())?.width ?? 0) / ((await shape())?.height ?? 1))
      .toBeCloseTo(2, 1);
    screens.complaints.take();
  });

  it('are pasted and dropped', async () => {
    const page = await atHome();
    for (const kind of ['paste', 'drop']) {
      const base64 = (await animation('gif', ['#f00', '#00f'])).toString('base64');
      await composer(page).evaluate(
        (element, { kind, base64 }) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], 'a.gif', { type: 'image/gif' }));
          const options = { bubbles: true, cancelable: true };
          const event =
            kind === 'paste'
              ? new ClipboardEvent('paste', { ...options, clipboardData: data })
              : new DragEvent('drop', { ...options, dataTransfer: data });
          element.dispatchEvent(event);
        },
        { kind, base64 },
      );
      await arrived(page, kind === 'paste' ? 1 : 2);
    }
  });

  it('that are too many, or none, are refused with a sentence, and can be taken away', async () => {
    const page = await atHome();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await choose(page, fileOf(svg, 'a.svg', 'image/svg+xml'));
    await page.locator('.picture .error').getByText('That is no picture that Nod takes').waitFor();
    await composer(page).fill('With it');
    await button(page, 'Post').click();
    await page.locator('#post-error').getByText('This picture did not arrive.').waitFor();
    await button(page, 'Remove picture 1').click();
    await choose(page, ...Array(5).fill(fileOf(await jpeg(60, 60))));
    await page.getByText('A post has at most four pictures.').waitFor();
    await arrived(page, 4);
    for (let at = 0; at < 3; at++) await button(page, 'Remove picture 1').click();
    await button(page, 'Post').click();
    await postOf(page, 'With it').waitFor();
    expect(await postOf(page, 'With it').locator('.media img').count()).toBe(1);
    screens.complaints.take();
  });

  it('that did not get through are sent again', async () => {
    const page = await atHome();
    await page.route('**/api/media**', (route) => route.abort());
    await choose(page, fileOf(await picture(300, 300).png().toBuffer(), 'a.png', 'image/png'));
    await page.locator('.picture .error').waitFor();
    await page.unroute('**/api/media**');
    await button(page, 'Try again').click();
    await arrived(page, 1);
    screens.complaints.take();
  });
});
