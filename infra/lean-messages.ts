/**
 * Functions say little of what pages say, and the catalogues' entries with elements are none of theirs: so lit-html, which
 * does something when it is loaded and would stay for that, comes with those entries only.
 */
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

export const leanMessages: Plugin = {
  name: 'lean-messages',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/lib\/html\.ts$/ }, ({ path, resolveDir }) =>
      /[/\\]web[/\\](messages|lib)$/.test(resolveDir)
        ? { path: join(resolveDir, path), sideEffects: false }
        : undefined,
    );
  },
};
