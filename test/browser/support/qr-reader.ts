/** Reads a QR code off the screen: from its picture, with a decoder that is not the one Nod draws with. */
import { createRequire } from 'node:module';
import type { Locator } from 'playwright-core';
import { inBlankPage } from './blank-page.ts';

const DECODER = createRequire(import.meta.url).resolve('jsqr');

/** What the script jsQR puts on the window. */
declare const jsQR: (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
  options: { inversionAttempts: 'dontInvert' },
) => { data: string } | null;

/** The text of the code that an element shows. @throws {Error} if none can be read there */
export async function readQr(element: Locator): Promise<string> {
  const picture = await element.screenshot();
  const text = await inBlankPage(element, async (page) => {
    if (await page.evaluate(() => typeof jsQR === 'undefined')) await page.addScriptTag({ path: DECODER });
    return page.evaluate(
      async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const { width, height } = image;
        const canvas = new OffscreenCanvas(width, height).getContext('2d');
        canvas?.drawImage(image, 0, 0);
        const pixels = canvas?.getImageData(0, 0, width, height);
        // Many scanners take no code that is light on dark.
        return pixels && jsQR(pixels.data, width, height, { inversionAttempts: 'dontInvert' })?.data;
      },
      `data:image/png;base64,${picture.toString('base64')}`,
    );
  });
  if (text === undefined) throw new Error('no QR code can be read there');
  return text;
}
