/**
 * What a bundle has of the route table: of each row the address, who may call and in which form. The rest (what a
 * function may do to which table, how often, with which secret) is for those who deploy and test it, and would be a
 * third of what the pages load of the API, and the reason why every row makes every function start slower.
 */
import type { Plugin } from 'esbuild';
import type { Route } from '../shared/routes.ts';

export const leanRoutes: Plugin = {
  name: 'lean-routes',
  setup(build) {
    build.onLoad({ filter: /\/shared\/routes\.ts$/ }, async ({ path }) => {
      // As it stands now: a server that rebuilds has an older one in memory.
      const { ROUTES, pathOf } = await import(`${path}?${Date.now()}`);
      const rows = Object.entries(ROUTES as typeof import('../shared/routes.ts').ROUTES);
      const calls = rows.map(([name, row]: [string, Route]) => {
        const { method, auth, form } = row;
        return [name, { method, auth, form }];
      });
      const paths = rows.map(([name, { path }]) => [name, path]);
      // Apart, because most functions name no path and esbuild then leaves the paths out.
      const fill = String(pathOf).replace('ROUTES[name].path', 'PATHS[name]');
      return {
        contents: [
          `export const ROUTES = ${JSON.stringify(Object.fromEntries(calls))};`,
          `const PATHS = ${JSON.stringify(Object.fromEntries(paths))};`,
          `export ${fill}`,
        ].join('\n'),
        loader: 'js',
        watchFiles: [path],
      };
    });
  },
};
