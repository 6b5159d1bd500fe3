/**
 * The bundle of `shared/media/encoder.ts`, beside that of `media-create`: a thread with sharp and its WebAssembly build. That
 * is the same on any machine and processor, and what it does wrong stays in its own memory.
 */
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { requiredBuiltins } from './required-builtins.ts';

/** Threads of its own begin in this file, so it stays one by itself. */
const WASM_SCRIPT = 'sharp-wasm32.cjs';

/** Of the packages for each platform that sharp looks through, the one. */
const onlyWasm: esbuild.Plugin = {
  name: 'only-wasm',
  setup(build) {
    build.onLoad({ filter: /\/sharp\/dist\/sharp\.mjs$/ }, () => ({
      contents: `import { createRequire } from 'node:module';
        export default createRequire(import.meta.url)('./${WASM_SCRIPT}');`,
    }));
  },
};

/** Writes it into the folder of a function. */
export async function bundleImageEncoder(root: string, folder: string): Promise<void> {
  const whole = createRequire(import.meta.url).resolve('@img/sharp-wasm32/sharp.node');
  const parts = join(dirname(whole), 'lib');
  const [wasm, ...more] = (await readdir(parts)).filter((file) => file.endsWith('.wasm'));
  if (wasm === undefined || more.length > 0) throw new Error(`${parts} should have one .wasm file.`);
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node24',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  } satisfies esbuild.BuildOptions;
  await mkdir(folder, { recursive: true });
  await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: ['shared/media/encoder.ts'],
      outfile: join(folder, 'encoder.mjs'),
      format: 'esm',
      mainFields: ['module', 'main'],
      plugins: [onlyWasm, requiredBuiltins],
    }),
    esbuild.build({
      ...common,
      entryPoints: [join(parts, `${basename(wasm, '.wasm')}.js`)],
      outfile: join(folder, WASM_SCRIPT),
      format: 'cjs',
    }),
    copyFile(join(parts, wasm), join(folder, wasm)),
  ]);
}
