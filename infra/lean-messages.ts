/**
 * Functions say little of what pages say, and the catalogues' entries with elements are none of theirs: so lit-html, which
 * does something when it is loaded and would stay for that, comes with those entries only.
 */
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const HTML = join('web', 'lib', 'html.ts');

export const leanMessages: Plugin = {
  name: 'lean-messages',
  setup(build) {
    // Whoever imports it, pages' parts too: esbuild keeps for all what it is told first, and nobody knows by whom.
    build.onResolve({ filter: /(^|\/)html\.ts$/ }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path);
      return file.endsWith(HTML) ? { path: file, sideEffects: false } : undefined;
    });
  },
};
