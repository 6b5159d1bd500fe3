import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compressed } from '../../../infra/local/compression.ts';

const HTML = 'text/html; charset=utf-8';
const page = Buffer.from('<p>What people say.</p>'.repeat(100));

it.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip;q=1.0, deflate', 'gzip', gunzipSync],
] as const)('a viewer that takes %j gets %s', async (accepts, encoding, decompress) => {
  const { content, headers } = await compressed(page, HTML, accepts);
  expect(headers).toEqual({ 'content-encoding': encoding, vary: 'accept-encoding' });
  expect(content.length).toBeLessThan(page.length / 5);
  expect(decompress(content).equals(page)).toBe(true);
});

it.each([
  ['nothing is accepted', page, HTML, ''],
  ['it is short', page.subarray(0, 999), HTML, 'br'],
  ['it is a picture', page, 'image/png', 'br'],
  ['it is a manifest', page, 'application/manifest+json', 'br'],
])('a file stays as it is where %s', async (_, content, type, accepts) => {
  const sent = await compressed(content, type, accepts);
  expect(sent.content).toBe(content);
  expect(sent.headers['content-encoding']).toBeUndefined();
});

it('what was compressed is taken again, and never for another file', async () => {
  const other = Buffer.from('<p>What people say?</p>'.repeat(100));
  const [first, second] = [await compressed(page, HTML, 'br'), await compressed(other, HTML, 'br')];
  expect(brotliDecompressSync(second.content).equals(other)).toBe(true);
  expect((await compressed(Buffer.from(page), HTML, 'br')).content).toBe(first.content);
  expect(gunzipSync((await compressed(page, HTML, 'gzip')).content).equals(page)).toBe(true);
});
