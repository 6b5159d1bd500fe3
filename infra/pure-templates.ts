/**
 * A function that takes a few plain sentences of the catalogues has no templates in its bundle, nor the library that
 * draws them: those files do nothing but define what they export, which esbuild cannot know of them.
 */
import type { Plugin } from 'esbuild';

const ONLY_DEFINING = /\/(?:lit-html|web\/lib\/(?:html|translated)\.ts)/;
const RESOLVING = Symbol('resolving');

export const pureTemplates: Plugin = {
  name: 'pure-templates',
  setup(build) {
    build.onResolve(
      { filter: /lit-html|\/(?:html|translated)\.ts$/ },
      async ({ path, pluginData, ...from }) => {
        if (pluginData === RESOLVING) return undefined;
        const found = await build.resolve(path, { ...from, pluginData: RESOLVING });
        return ONLY_DEFINING.test(found.path) ? { path: found.path, sideEffects: false } : found;
      },
    );
  },
};
