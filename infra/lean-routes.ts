/**
 * What a bundle has of the route table: of each row the address. The rest is for those who deploy, document and test
 * it, and would be most of what the pages load of the API; a function has its own call from `shared/api/`.
 */
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import type { Call } from '../shared/api/route.ts';
import { replaced } from './lean-sdk.ts';

/** For functions: methods and paths apart, because most name no path and esbuild then leaves the paths out. */
export const leanRoutes = plugin('lean-routes', (rows, pathOf) => [
  `export const ROUTES = ${JSON.stringify(Object.fromEntries(rows.map(([name, { method }]) => [name, { method }])))};`,
  `const PATHS = ${JSON.stringify(Object.fromEntries(rows.map(([name, { path }]) => [name, path])))};`,
  `export ${replaced(pathOf, 'ROUTES[name].path', 'PATHS[name]')}`,
]);

/**
 * For pages, which all load all of it: each method, and below it the names and the paths that it has. Where a browser is
 * led to, or somebody else calls, no page does.
 */
export const leanRoutesOfPages = plugin('lean-routes-of-pages', (rows, pathOf) => [
  'export const ROUTES = {};',
  'let method;',
  `for (const line of ${JSON.stringify(linesOf(rows.filter(([name]) => !CALLED_BY_NO_PAGE.has(name))))}.split('\\n')) {`,
  "  const [name, path] = line.split(' ');",
  '  if (path) ROUTES[name] = { method, path };',
  '  else method = name;',
  '}',
  `export ${pathOf}`,
]);

const CALLED_BY_NO_PAGE = new Set(['page', 'social-callback', 'social-ended', 'social-logout']);

/** What is alike stands together, which packs well. */
function linesOf(rows: [string, Call][]): string {
  const byMethod = Object.entries(Object.groupBy(rows, ([, { method }]) => method));
  return byMethod
    .flatMap(([method, those = []]) => [method, ...those.map(([name, { path }]) => `${name} ${path}`)])
    .join('\n');
}

function plugin(
  name: string,
  contents: (rows: [string, Call][], pathOf: string) => string[],
): esbuild.Plugin {
  return {
    name,
    setup(build) {
      build.onLoad({ filter: /\/shared\/routes\.ts$/ }, async ({ path }) => {
        const { table, files } = await tableAsItStands(path);
        return {
          contents: contents(Object.entries(table.ROUTES), String(table.pathOf)).join('\n'),
          loader: 'js',
          watchFiles: files,
        };
      });
    },
  };
}

type Table = Pick<typeof import('../shared/routes.ts'), 'ROUTES' | 'pathOf'>;

/** The table and the files that it comes from: a server that rebuilds has older ones in memory. */
async function tableAsItStands(path: string): Promise<{ table: Table; files: string[] }> {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [path],
    absWorkingDir: join(import.meta.dirname, '..'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
  });
  const [{ text = '' } = {}] = outputFiles;
  const table = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return { table, files: Object.keys(metafile.inputs).map((file) => join(import.meta.dirname, '..', file)) };
}
