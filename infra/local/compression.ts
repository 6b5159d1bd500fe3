/** What CloudFront compresses, and how ("Serve compressed files", Amazon CloudFront Developer Guide). */
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
    content: await ENCODERS[encoding](content),
    headers: { 'content-encoding': encoding, vary: 'accept-encoding' },
  };
}
