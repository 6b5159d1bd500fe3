import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { type BundleName, functionFolder, ROOT } from '../../infra/bundles.ts';
import { FUNCTION_NAMES, rowOf } from '../../shared/routes.ts';

const NAMES: BundleName[] = [...FUNCTION_NAMES, 'no-route'];
const fileOf = (name: BundleName) => join(functionFolder(name), 'index.mjs');

/** Most bytes, minified, of what a cold start reads on the way that everybody waits for. */
const MOST_BYTES: { [N in BundleName]?: number } = {
  status: 42_000,
  'login-start': 230_000,
  'login-complete': 230_000,
  posts: 230_000,
  feed: 230_000,
  'post-create': 230_000,
  // Whoever looks at a page waits for it, and so for what it is told.
  bell: 230_000,
  'live-connect': 230_000,
};

it('reports the size of every bundle, and the hot ones are small', async () => {
  const sizes = await Promise.all(
    NAMES.map(async (name) => ({
      name,
      bytes: (await stat(fileOf(name))).size,
      gzip: gzipSync(await readFile(fileOf(name))).length,
    })),
  );
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
  console.log(
    sizes.map(({ name, bytes, gzip }) => `${name.padEnd(16)}${kB(bytes)}  gzip ${kB(gzip)}`).join('\n'),
  );
  const tooLarge = sizes.filter(({ name, bytes }) => bytes > (MOST_BYTES[name] ?? Number.POSITIVE_INFINITY));
  expect(tooLarge).toEqual([]);
});

it.each([
  // A sentence of the library's own stands for the library.
  [
    '@simplewebauthn/server',
    'Credential response clientDataJSON was not a string',
    ['device-resume', 'passkey-answer', 'approval-answer', 'recovery-stop'],
  ],
  ['@simplewebauthn/server', 'Unexpected registration response', ['device-enrol']],
  [
    'openid-client',
    'openid-client/v',
    ['logout', 'social-start', 'social-callback', 'social-logout', 'upstream-check'],
  ],
  ['web-push', 'WebPushError', ['ring', 'news', 'alerts']],
  // Of the catalogues a function has the sections that it speaks, and what pages draw with only to draw.
  ['the words for problems', 'You came back from', ['page', 'social-callback', 'social-ended']],
  ['the words of pushes', 'asks to sign in', ['ring', 'news', 'alerts', 'page']],
  ['the words of pages', 'Choose a name and make your phone the way in.', ['page']],
  ['lit-html', 'lit$', ['page']],
  // Neither a feed nor the page of a tag searches.
  ['the stop words of a search', 'derselben', ['search', 'posts-copied']],
  ['the client of the management API', 'PostToConnection', ['bell']],
  [
    'the client of Secrets Manager',
    'secretsmanager',
    FUNCTION_NAMES.filter((name) => rowOf(name).needsProviders === 'secrets'),
  ],
])('%s is only where it is used', async (_, sentence, users) => {
  const bundles = await Promise.all(
    NAMES.map(async (name) => ({ name, has: (await readFile(fileOf(name), 'utf8')).includes(sentence) })),
  );
  const having = bundles.filter(({ has }) => has).map(({ name }) => name);
  expect(having.sort()).toEqual([...users].sort());
});

it('the demo provider is nowhere in what is deployed', async () => {
  const dist = join(ROOT, 'dist');
  const files = (await readdir(dist, { recursive: true })).filter((file) => /\.(mjs|js|html)$/.test(file));
  expect(files.length).toBeGreaterThan(NAMES.length);
  const texts = await Promise.all(
    files.map(async (file) => [file, await readFile(join(dist, file), 'utf8')]),
  );
  const named = texts.filter(([, text = '']) => /oidc-provider|Demo provider|demo-ada/.test(text));
  expect(named.map(([file]) => file)).toEqual([]);
});
