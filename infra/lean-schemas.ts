/**
 * Leaves out of the bundles what of schemas only the document of the API says, and lets esbuild leave out the schemas
 * that a bundle does not use: it cannot know that to make one has no effect. So a function has its own input's, and of
 * the answers none.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** `v.metadata(NAME)`, and a title, a description or examples that are written out. */
const SAID =
  /\bv\.(?:metadata\(\s*[A-Z][A-Z0-9_]*\s*\)|(?:title|description)\(\s*'(?:[^'\\]|\\.)*',?\s*\)|examples\(\[[^[\]()]*\]\)),?/g;

/** What makes a schema or an action, or puts a declaration together; not what runs one, such as `v.safeParse`. */
const MAKES = /(?<![\w.])(?:v\.(?!parse|safeParse|assert|is\b|getDotPath)\w+|route|listOf)\((?!<)/g;

const isMade = /\bfrom 'valibot'|\bfrom '(?:\.\/|[./]*\/api\/)route\.ts'/;

export const leanSchemas: Plugin = {
  name: 'lean-schemas',
  setup(build) {
    build.onLoad({ filter: /\/shared\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!isMade.test(text)) return undefined;
      return { contents: text.replace(SAID, '').replace(MAKES, '/* @__PURE__ */ $&'), loader: 'ts' };
    });
  },
};
