/** What a file is by its first bytes, whatever its sender calls it. */

export type ImageType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif';

/** How far a file's brands are looked through: they come first, and a file has a handful. */
const MOST_BRAND_BYTES = 128;

/** The kind of picture, if it is one that Nod takes. What is drawn by instructions (SVG, PDF) is none. */
export function imageTypeOf(bytes: Buffer): ImageType | undefined {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  // ISO/IEC 14496-12 §4.3: a box of its length, its kind, the major brand, its version, and the compatible brands.
  if (text(4, 8) !== 'ftyp') return undefined;
  const end = Math.min(bytes.readUInt32BE(0), MOST_BRAND_BYTES, bytes.length);
  const brands = [8, ...range(16, end - 3, 4)].map((at) => text(at, at + 4));
  return brands.includes('avif') ? 'avif' : undefined;
}

function range(from: number, to: number, step: number): number[] {
  const all: number[] = [];
  for (let at = from; at < to; at += step) all.push(at);
  return all;
}
