/** A camera for Chromium that sees what a test holds before it: a video file of one picture. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll } from 'vitest';
import { inBlankPage } from './blank-page.ts';

const WIDTH = 640;
const HEIGHT = 480;

export type Camera = {
  /** What Chromium has to be launched with. */
  args: string[];
  /** Holds what an element looks like before the camera. */
  pointAt(element: Locator): Promise<void>;
};

/** A camera for the tests of a file, before which there is nothing so far. */
export function camera(): Camera {
  const film = join(tmpdir(), `nod-camera-${process.pid}.y4m`);
  expose(film, Buffer.alloc(WIDTH * HEIGHT, 255));
  afterAll(() => rmSync(film, { force: true }));
  return {
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
    async pointAt(element) {
      const picture = await element.screenshot();
      expose(film, await luminanceOf(picture, element));
    },
  };
}

/** Writes one frame as YUV4MPEG2: the luminance of each pixel, and chroma that is grey all over. */
function expose(film: string, luminance: Buffer): void {
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`;
  writeFileSync(film, Buffer.concat([Buffer.from(`${head}FRAME\n`), luminance, chroma]));
}

/** The picture in the middle of the camera's. */
async function luminanceOf(picture: Buffer, beside: Locator): Promise<Buffer> {
  const source = `data:image/png;base64,${picture.toString('base64')}`;
  const base64 = await inBlankPage(beside, (page) =>
    page.evaluate(
      async ({ source, width, height }) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(width, height).getContext('2d');
        if (canvas === null) throw new Error('no canvas');
        canvas.fillStyle = '#999';
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(image, (width - image.width) / 2, (height - image.height) / 2);
        const { data } = canvas.getImageData(0, 0, width, height);
        // A code is black on white, so each channel is the luminance.
        const green = data.filter((_, index) => index % 4 === 1);
        return btoa(Array.from(green, (value) => String.fromCharCode(value)).join(''));
      },
      { source, width: WIDTH, height: HEIGHT },
    ),
  );
  return Buffer.from(base64, 'base64');
}
