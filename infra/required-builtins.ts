/**
 * What a bundle asks of Node.js itself it gets from the process, for two reasons. In a module there is no `require`,
 * which older packages call (`require('crypto')`). And an `import` reads everything that such a module exports,
 * getters too: for `node:process` Node.js opens the standard streams, for `node:fs` it loads more, and a cold start
 * gets some 10 ms longer. From the process a bundle takes just the names that it uses.
 */
import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

/** Left as it is, for `noHttpAtTheTop` to see. */
const HTTP = /^(node:)?http$/;

const IDENTIFIER = /^(?!default$)[a-z_$][\w$]*$/i;

export const requiredBuiltins: Plugin = {
  name: 'required-builtins',
  setup(build) {
    build.onResolve({ filter: /^(node:)?[a-z_]+(\/[a-z_]+)?$/ }, ({ path, kind }) => {
      if (!isBuiltin(path)) return undefined;
      const name = path.replace('node:', '');
      if (kind === 'require-call') return { path: name, namespace: 'required' };
      if (kind !== 'import-statement' || HTTP.test(path)) return undefined;
      return { path: name, namespace: 'imported', sideEffects: false };
    });
    build.onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
    build.onLoad({ filter: /.*/, namespace: 'imported' }, ({ path }) => {
      const names = Object.keys(process.getBuiltinModule(path) ?? {}).filter((name) => IDENTIFIER.test(name));
      return {
        contents: [
          `const whole = /* @__PURE__ */ process.getBuiltinModule(${JSON.stringify(path)});`,
          'const named = (name) => whole[name];',
          'export default whole;',
          ...names.map((name) => `export const ${name} = /* @__PURE__ */ named(${JSON.stringify(name)});`),
        ].join('\n'),
      };
    });
  },
};
