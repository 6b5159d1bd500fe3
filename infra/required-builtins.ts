/**
 * Bundles are modules, and in a module there is no `require`: what an older package asks for in that way of Node.js
 * itself (`require('crypto')`) it gets from the process, when it asks.
 */
import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

export const requiredBuiltins: Plugin = {
  name: 'required-builtins',
  setup(build) {
    build.onResolve({ filter: /^(node:)?[a-z_]+(\/[a-z_]+)?$/ }, ({ path, kind }) =>
      kind === 'require-call' && isBuiltin(path) ? { path, namespace: 'required-builtins' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'required-builtins' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};
