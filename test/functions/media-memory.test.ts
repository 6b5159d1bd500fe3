/** What the largest pictures take of the memory that `media-create` has. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp, { type Sharp } from 'sharp';
import { expect, it } from 'vitest';
import { functionFolder } from '../../infra/bundles.ts';
import type { ImageType } from '../../shared/media/image-type.ts';
import { ROUTES } from '../../shared/routes.ts';

const CHILD = `
const { Worker } = await import('node:worker_threads');
const { readFileSync } = await import('node:fs');
const [encoder, file, type] = process.argv.slice(1);
const worker = new Worker(encoder, { workerData: { bytes: readFileSync(file), type, use: 'post' }, env: {}, execArgv: [] });
worker.on('message', (output) => {
  if (output === 'ready') return;
  const { maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ width: output.image?.width, megabytes: maxRSS / 1024 }));
  process.exit();
});
`;

const [width, height] = [8000, 6240];
const large = (channels: 3 | 4): Sharp =>
  sharp({ create: { width, height, channels, background: { r: 80, g: 160, b: 80, alpha: 0.5 } } });

it.each<[string, ImageType, () => Promise<Buffer>]>([
  ['WebP, lying on its side', 'webp', () => large(4).webp().withMetadata({ orientation: 6 }).toBuffer()],
  [
    'interlaced PNG of 16 bits',
    'png',
    () => large(4).toColourspace('rgb16').png({ progressive: true, compressionLevel: 1 }).toBuffer(),
  ],
  ['AVIF', 'avif', () => large(3).avif({ effort: 0, quality: 20 }).toBuffer()],
])('50 megapixels take three quarters of it at most: %s', { timeout: 120_000 }, async (_, type, make) => {
  const folder = await mkdtemp(join(tmpdir(), 'nod-large-'));
  try {
    const file = join(folder, 'picture');
    await writeFile(file, await make());
    const encoder = join(functionFolder('media-create'), 'encoder.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '--eval',
      CHILD,
      encoder,
      file,
      type,
    ]);
    const { megabytes, ...made } = JSON.parse(stdout);
    expect(made.width).toBeGreaterThan(0);
    expect(megabytes).toBeLessThan(ROUTES['media-create'].memory * 0.75);
  } finally {
    await rm(folder, { recursive: true });
  }
});
