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

/** For pages, which all load all of it: a line for each row. */
export const leanRoutesOfPages = plugin('lean-routes-of-pages', (rows, pathOf) => [
  `const ROWS = ${JSON.stringify(rows.map(([name, { method, path }]) => `${name} ${method} ${path}`).join('\n'))};`,
  'const rowOf = ([name, method, path]) => [name, { method, path }];',
  "export const ROUTES = /* @__PURE__ */ Object.fromEntries(ROWS.split('\\n').map((row) => rowOf(row.split(' '))));",
  `export ${pathOf}`,
]);

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
