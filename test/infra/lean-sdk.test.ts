import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { functionOptions, ROOT } from '../../infra/bundles.ts';
import { leanSdk } from '../../infra/lean-sdk.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-lean-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a build of a file complains of that imports these packages' files, as they stand in the folder. */
async function complaints(files: Record<string, string>, whole = false): Promise<string[]> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const contents = Object.keys(files)
    .map((path) => `import './${path}';`)
    .join('\n');
  const build = esbuild.build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    write: false,
    logLevel: 'silent',
    plugins: [leanSdk({ whole })],
  });
  return build.then(
    () => [],
    ({ errors }: esbuild.BuildFailure) => errors.map(({ text }) => text),
  );
}

// That each of them meets something today is shown by the tests' own build of all functions, which would fail.
describe('a patch of a package', () => {
  const MIDDY = 'node_modules/@middy/core/index.js';

  it('is made where the package has what is patched', async () => {
    expect(await complaints({ [MIDDY]: 'import { ReadableStream } from "node:stream/web";' })).toEqual([]);
  });

  it.each([
    [MIDDY, 'export const upgraded = 1;'],
    ['node_modules/web-push/src/web-push-lib.js', "const url = require('node:url');"],
    ['node_modules/@smithy/core/submodules/serde/index.js', 'const _getRandomValues = other;'],
    [
      'node_modules/util-endpoints/lib/aws/partitions.js',
      'export const partitions = { "description": "still there", "regions": [] };',
    ],
  ])('fails the build where %s has it no longer', async (path, upgraded) => {
    expect(await complaints({ [path]: upgraded })).toEqual([
      expect.stringMatching(/^There is no .* any more\.$/),
    ]);
  });

  it('fails the build of all functions where it meets no file or module at all', async () => {
    const idle = await complaints({ 'nothing.js': '' }, true);
    expect(idle).toContain('The patch for @aws-sdk/endpoint-cache meets nothing.');
    expect(idle).toContain('The patch for \\/sha256\\/Sha256Js\\.js$ meets nothing.');
    expect(await complaints({ 'nothing.js': '' })).toEqual([]);
  });
});

it('leaves the library of DynamoDB out where only a type of it, or nothing, is used', async () => {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: "import { GetCommand } from '@aws-sdk/lib-dynamodb';", resolveDir: ROOT },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    plugins: [leanSdk({ whole: false })],
  });
  expect(outputFiles[0]?.text).toBe('');
});

it.each([
  ['all functions', undefined, true],
  ['some functions', ['post'] as const, false],
])('the build of %s asks for every patch: %s', async (_, names, asks) => {
  const nothing: esbuild.BuildOptions = {
    entryPoints: [],
    stdin: { contents: '' },
    write: false,
    logLevel: 'silent',
  };
  const build = esbuild.build({ ...functionOptions(names), ...nothing });
  await (asks ? expect(build).rejects.toThrow('meets nothing') : expect(build).resolves.toBeDefined());
});
