/**
 * Two scripts for each page: one that all pages have in common, and one of its own, in which is everything else, also
 * what another page has, too. What is fetched later is a file of its own. (esbuild's own splitting makes a file of
 * whatever the very same entries import: two dozen for a page, whose headers are more than they are.)
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import * as esbuild from 'esbuild';

/** What all pages have is what this file imports, and what that imports. Nothing of it may be fetched later. */
const SHARED = 'web/lib/every-page.ts';

type Options = esbuild.BuildOptions & { absWorkingDir: string };

type Built = { address: string; watchFiles: string[] };

/**
 * The common script, and by which name in it each export of its modules is found. They have the paths that they have in
 * the project: esbuild's names of scripts depend on them, and the same source has the same names in every folder.
 */
type Shared = Built & { modules: ReadonlyMap<string, ReadonlyMap<string, string>> };

/** @param options of the pages' build, whose names are those of the scripts that no document is named after */
export function twoScripts(options: Options): esbuild.Plugin {
  let shared: Promise<Shared>;
  const later = new Map<string, Promise<Built>>();

  async function buildLater(entry: string): Promise<Built> {
    const plugins = [...(options.plugins ?? []), dividing];
    return builtOf(
      options,
      await esbuild.build({ ...options, entryPoints: [entry], metafile: true, plugins }),
    );
  }

  function builtLater(entry: string): Promise<Built> {
    const built = later.get(entry) ?? buildLater(entry);
    later.set(entry, built);
    return built;
  }

  const dividing: esbuild.Plugin = {
    name: 'dividing',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
        if (pluginData === RESOLVING || from.kind === 'entry-point') return undefined;
        const { address, modules } = await shared;
        if (path === address) return { path, external: true };
        const found = await build.resolve(path, { ...from, pluginData: RESOLVING });
        if (found.errors.length > 0) return { errors: found.errors };
        if (from.kind === 'dynamic-import') {
          const { address, watchFiles } = await builtLater(found.path);
          return { path: address, external: true, watchFiles };
        }
        const file = relative(options.absWorkingDir, found.path);
        return modules.has(file)
          ? { path: file, namespace: SHARED, sideEffects: false }
          : { path: found.path, sideEffects: found.sideEffects };
      });
      build.onLoad({ filter: /./, namespace: SHARED }, async ({ path }) => {
        const { address, modules, watchFiles } = await shared;
        const names = [...(modules.get(path) ?? [])].map(([name, within]) => `${within} as ${name}`);
        return { contents: `export { ${names} } from ${JSON.stringify(address)};`, watchFiles };
      });
      build.onEnd(async ({ metafile }) => {
        // Nobody counts the bytes of the local site, whose maps say where everything stands.
        if (options.sourcemap || build.initialOptions.write === false) return;
        const { address } = await shared;
        const scripts = Object.keys(metafile?.outputs ?? {}).filter((file) => file.endsWith('.js'));
        await Promise.all(
          scripts.map(async (script) => {
            const path = join(options.absWorkingDir, script);
            await writeFile(path, importingOnce(await readFile(path, 'utf8'), address));
          }),
        );
      });
    },
  };

  return {
    name: 'two-scripts',
    setup(build) {
      build.onStart(() => {
        later.clear();
        shared = buildShared(options);
        // Whoever awaits it says what is wrong.
        shared.catch(() => {});
      });
      dividing.setup(build);
    },
  };
}

/**
 * A script that imports of the common one what it uses, by one statement: esbuild writes one for each module that is in that,
 * with all that any script imports of it. The names of the files say what esbuild wrote: whoever changes what is made of
 * that here gives them other names, too (`entryNames` in `bundles.ts`), for browsers keep a file for a year.
 */
export function importingOnce(script: string, address: string): string {
  const names: string[] = [];
  const rest = script.replace(
    /import\{([^}]*)\}from"([^"]*)";?/g,
    (statement, list: string, from: string) => {
      if (from !== address) return statement;
      names.push(...list.split(','));
      return '';
    },
  );
  const words = new Set(rest.match(/[\w$]+/g));
  const used = names.filter((name) => words.has(name.split(' as ').at(-1) ?? ''));
  return used.length === 0 ? script : `import{${used}}from"${address}";${rest}`;
}

/** Marks what a plugin asks of esbuild's own resolution. */
const RESOLVING = Symbol('resolving');

/** Its exports have short names: a module's own may be those of another module, too. */
async function buildShared(options: Options): Promise<Shared> {
  const { absWorkingDir, plugins = [] } = options;
  const whole = await esbuild.build({ ...options, entryPoints: [SHARED], write: false, metafile: true });
  const files = Object.keys(whole.metafile.inputs).sort();
  const exported = await exportsOf(files, options);
  const imported = await namesImported(
    ['web', 'shared', 'functions'].map((folder) => join(absWorkingDir, folder)),
  );
  let count = 0;
  const modules = new Map(
    files.map((file) => {
      const isOurs = !file.startsWith('node_modules/');
      const names = (exported.get(file) ?? []).filter((name) => !isOurs || imported.has(name));
      return [file, new Map(names.map((name) => [name, `_${(count++).toString(36)}`]))];
    }),
  );
  const entry: esbuild.Plugin = {
    name: 'shared-entry',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ kind, path }) => {
        if (kind === 'dynamic-import') throw new Error(`${path} cannot be fetched later: all pages have it.`);
        return kind === 'entry-point' ? { path, namespace: SHARED } : undefined;
      });
      build.onLoad({ filter: /./, namespace: SHARED }, () => ({
        contents: [...modules]
          .map(
            ([file, names]) => `export { ${[...names].map((pair) => pair.join(' as '))} } from './${file}';`,
          )
          .join('\n'),
        resolveDir: absWorkingDir,
      }));
    },
  };
  const built = await esbuild.build({
    ...options,
    entryPoints: [{ in: 'shared', out: 'shared' }],
    metafile: true,
    plugins: [entry, ...plugins],
  });
  return {
    ...builtOf(options, built),
    watchFiles: files.map((file) => join(absWorkingDir, file)),
    modules,
  };
}

function builtOf({ absWorkingDir }: Options, { metafile }: esbuild.BuildResult<{ metafile: true }>): Built {
  const [file = ''] =
    Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint !== undefined) ?? [];
  return {
    address: `/assets/${basename(file)}`,
    watchFiles: Object.keys(metafile.inputs).map((input) => join(absWorkingDir, input)),
  };
}

/** What each file exports at run time. */
async function exportsOf(files: string[], options: Options): Promise<Map<string, string[]>> {
  const { metafile } = await esbuild.build({
    ...options,
    entryPoints: files,
    bundle: false,
    write: false,
    metafile: true,
  });
  return new Map(
    Object.values(metafile.outputs).flatMap(({ entryPoint, exports }) =>
      entryPoint === undefined ? [] : [[entryPoint, exports]],
    ),
  );
}

/** Every name that some code of ours imports of whatever, so that the common script need not keep the others. */
async function namesImported(folders: string[]): Promise<Set<string>> {
  const names = new Set<string>();
  for (const folder of folders) {
    for (const file of await readdir(folder, { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const source = await readFile(join(folder, file), 'utf8');
      for (const [, clause = ''] of source.matchAll(/^(?:import|export) \{([^}]*)\} from/gm)) {
        for (const [name] of clause.matchAll(/\w+/g)) names.add(name);
      }
    }
  }
  return names;
}
