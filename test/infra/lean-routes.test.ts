import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { afterAll, expect, it } from 'vitest';
import { leanRoutes, leanRoutesOfPages } from '../../infra/lean-routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-routes-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a build makes of a table with this text of `pathOf`. */
async function build(pathOf: string, plugin = leanRoutes): Promise<{ text?: string; complaints: string[] }> {
  mkdirSync(join(folder, 'shared'), { recursive: true });
  const row = "{ name: 'a', method: 'GET', path: '/api/a/{id}', auth: 'open' }";
  writeFileSync(join(folder, 'shared/routes.ts'), `export const ROUTES = { a: ${row} };\n${pathOf}\n`);
  const contents = "import { pathOf } from './shared/routes.ts'; console.log(pathOf('a'));";
  try {
    const { outputFiles } = await esbuild.build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      write: false,
      logLevel: 'silent',
      plugins: [plugin],
    });
    return { text: outputFiles[0]?.text ?? '', complaints: [] };
  } catch (error) {
    return { complaints: (error as esbuild.BuildFailure).errors.map(({ text }) => text) };
  }
}

it('a bundle has the addresses of the table and nothing else of it', async () => {
  const { text, complaints } = await build('export function pathOf(name) { return ROUTES[name].path; }');
  expect(complaints).toEqual([]);
  expect(text).toContain('/api/a/{id}');
  expect(text).not.toContain('auth');
});

it('a page has them as well, and calls by them', async () => {
  const pathOf = 'export function pathOf(name) { return ROUTES[name].method + ROUTES[name].path; }';
  const { text = '', complaints } = await build(pathOf, leanRoutesOfPages);
  expect(complaints).toEqual([]);
  expect(text).not.toContain('auth');
  const said: unknown[] = [];
  new Function('console', text)({ log: (line: unknown) => said.push(line) });
  expect(said).toEqual(['GET/api/a/{id}']);
});

it('the build fails where `pathOf` no longer has what is replaced in it', async () => {
  const { complaints } = await build(
    'export function pathOf(name) { const { path } = ROUTES[name]; return path; }',
  );
  expect(complaints).toEqual(['There is no ROUTES[name].path in it any more.']);
});
