/** What CloudFront compresses, and how ("Serve compressed files", Amazon CloudFront Developer Guide). */
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const FEWEST_BYTES = 1000;
const MOST_BYTES = 10_000_000;
/** Of those that the site has; a manifest is none. */
const TYPES = /^(?:text\/(?:html|css|javascript|plain)|application\/json|image\/svg\+xml)(?:;|$)/;

const ENCODERS = {
  // Not its best, which takes a second for what this makes in milliseconds.
  br: (content: Buffer) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify<Buffer, Buffer>(gzip),
};

/** More than the site has files: what is left of earlier builds goes with all others, and then is made anew. */
const MOST_KEPT = 500;
/** What has been compressed, by its encoding and its digest: pages ask for the same files again and again. */
const kept = new Map<string, Promise<Buffer>>();

function encoded(content: Buffer, encoding: keyof typeof ENCODERS): Promise<Buffer> {
  const key = `${encoding} ${hash('sha256', content)}`;
  const made = kept.get(key) ?? ENCODERS[encoding](content);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, made);
  return made;
}

/** A file as a viewer takes it, and the headers that tell it so. Brotli goes before gzip. */
export async function compressed(
  content: Buffer,
  type: string,
  acceptEncoding = '',
): Promise<{ content: Buffer; headers: Record<string, string> }> {
  if (content.length < FEWEST_BYTES || content.length > MOST_BYTES || !TYPES.test(type)) {
    return { content, headers: {} };
  }
  const accepted = acceptEncoding.split(',').map((coding) => coding.trim().replace(/\s*;.*$/, ''));
  const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name));
  if (encoding === undefined) return { content, headers: { vary: 'accept-encoding' } };
  return {
    content: await encoded(content, encoding),
    headers: { 'content-encoding': encoding, vary: 'accept-encoding' },
  };
}
