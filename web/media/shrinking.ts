/** Makes a picture small enough to be sent, in the browser: which leaves out of it where and by what it was taken. */
import { type MediaUse, MOST_BYTES } from '../../shared/media/media.ts';

/** Of the longer side, in pixels: more than is ever shown. */
const MOST_PIXELS: Record<MediaUse, number> = { post: 2048, avatar: 512 };

const QUALITIES = [0.9, 0.75, 0.5];

export type Shrunk = {
  file: Blob;
  /** What it looks like, to be shown until it has arrived; none where this browser cannot read the picture. */
  preview: HTMLCanvasElement | undefined;
};

/** @returns none if it is too large and this browser cannot make it smaller */
export async function shrunk(file: Blob, use: MediaUse): Promise<Shrunk | undefined> {
  const preview = await drawn(file, use).catch(() => undefined);
  for (const quality of preview === undefined ? [] : QUALITIES) {
    const smaller = preview && (await encoded(preview, quality));
    if (smaller && smaller.size <= MOST_BYTES) return { file: smaller, preview };
  }
  // As it is: Nod may read what the browser does not, and says so if not.
  return file.size <= MOST_BYTES ? { file, preview } : undefined;
}

/** The picture as it is to be seen, upright; of one that moves, the first frame, and for an avatar the square in its middle. */
async function drawn(file: Blob, use: MediaUse): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const side = Math.min(bitmap.width, bitmap.height);
  const { width, height } = use === 'avatar' ? { width: side, height: side } : bitmap;
  const scale = Math.min(1, MOST_PIXELS[use] / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas.');
  context.imageSmoothingQuality = 'high';
  const [left, top] = [(bitmap.width - width) / 2, (bitmap.height - height) / 2];
  context.drawImage(bitmap, left, top, width, height, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}

/** As WebP, which keeps what is transparent; where a browser writes none, it writes PNG instead, and then JPEG is smaller. */
async function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  const as = (type: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  const webp = await as('image/webp');
  return webp?.type === 'image/webp' ? webp : as('image/jpeg');
}
