/** Makes Nod's own files of a picture that somebody sent (DESIGN.md §6.17). Runs in a thread of its own: `encoder.ts`. */
import sharp, { type Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import type { ImageType } from './image-type.ts';
import { type MediaUse, MOST_MEGAPIXELS, SIZES } from './media.ts';

/** A picture's own files, and what is known of it. */
export type EncodedImage = {
  width: number;
  height: number;
  placeholder: string;
  /** WebP, by size. */
  files: { size: number; bytes: Uint8Array }[];
};

/** Why there is none: it has too many pixels, or it cannot be decoded. */
export type ImageRefusal = 'pixels' | 'unreadable';

export class ImageRefused extends Error {
  override readonly name = 'ImageRefused';
  readonly why: ImageRefusal;

  constructor(why: ImageRefusal, cause?: unknown) {
    super(`the picture was refused: ${why}`, { cause });
    this.why = why;
  }
}

/** Nothing else is ever decoded, whatever the file makes libvips believe that it is. */
const LOADERS = ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`);

/** In which formats libvips reads what the first bytes are of. */
const FORMATS: Record<ImageType, string> = {
  jpeg: 'jpeg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  avif: 'heif',
};

/** Of the longer side of what the placeholder is made from, in pixels: a thumbhash takes 100 at most. */
const THUMB = 100;

/** Below, WebP's artefacts are seen; above, a file grows and nobody sees why. */
const QUALITY = 80;

/** Once, when the thread begins. */
export function prepare(): void {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: LOADERS });
}

/** @param type what it is by its first bytes @throws {ImageRefused} */
export async function encodedImage(bytes: Buffer, type: ImageType, use: MediaUse): Promise<EncodedImage> {
  try {
    // The header alone: what it says is held against the limit before a pixel is decoded.
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (header.format !== FORMATS[type]) throw new ImageRefused('unreadable');
    if (header.width * header.height > MOST_MEGAPIXELS * 1e6) throw new ImageRefused('pixels');
    return await encoded(bytes, use, Math.min(header.width, header.height));
  } catch (error) {
    throw error instanceof ImageRefused ? error : new ImageRefused('unreadable', error);
  }
}

async function encoded(bytes: Buffer, use: MediaUse, shorterSide: number): Promise<EncodedImage> {
  // One page is the first frame. Warnings are left aside: cameras write files that deserve some.
  const source = sharp(bytes, {
    limitInputPixels: MOST_MEGAPIXELS * 1e6,
    failOn: 'error',
    sequentialRead: true,
    pages: 1,
  });
  const largest = SIZES[use].at(-1) ?? 0;
  // Pixels in sRGB, upright, and nothing else of the file: no place, no time, no camera, no profile.
  const { data, info } = await fitted(source.autoOrient(), use, largest, shorterSide)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = () => sharp(data, { raw: { width, height, channels } });
  const files = await Promise.all(
    SIZES[use].map(async (size) => ({
      size,
      // A copy: what sharp gives is in WebAssembly's memory, which other threads would share and this one uses again.
      bytes: new Uint8Array(await inside(pixels(), size).webp({ quality: QUALITY }).toBuffer()),
    })),
  );
  return { width, height, placeholder: await placeholderOf(pixels()), files };
}

function fitted(image: Sharp, use: MediaUse, size: number, shorterSide: number): Sharp {
  if (use === 'post') return inside(image, size);
  const side = Math.min(size, shorterSide);
  // On white where it is transparent: pages have a letter behind it.
  return image.flatten({ background: '#ffffff' }).resize({ width: side, height: side, fit: 'cover' });
}

const inside = (image: Sharp, size: number): Sharp =>
  image.resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true });

async function placeholderOf(image: Sharp): Promise<string> {
  const { data, info } = await inside(image, THUMB).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64url');
}
