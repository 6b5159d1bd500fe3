/**
 * What a bundle has of the route table: of each row the address. The rest is for those who deploy, document and test
 * it, and would be most of what the pages load of the API; a function has its own call from `shared/api/`.
 */
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import type { Call } from '../shared/api/route.ts';
import { replaced } from './lean-sdk.ts';

export const leanRoutes: esbuild.Plugin = {
  name: 'lean-routes',
  setup(build) {
    build.onLoad({ filter: /\/shared\/routes\.ts$/ }, async ({ path }) => {
      const { table, files } = await tableAsItStands(path);
      const rows: [string, Call][] = Object.entries(table.ROUTES);
      const methods = rows.map(([name, { method }]) => [name, { method }]);
      const paths = rows.map(([name, { path }]) => [name, path]);
      // Apart, because most functions name no path and esbuild then leaves the paths out.
      const fill = replaced(String(table.pathOf), 'ROUTES[name].path', 'PATHS[name]');
      return {
        contents: [
          `export const ROUTES = ${JSON.stringify(Object.fromEntries(methods))};`,
          `const PATHS = ${JSON.stringify(Object.fromEntries(paths))};`,
          `export ${fill}`,
        ].join('\n'),
        loader: 'js',
        watchFiles: files,
      };
    });
  },
};

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
