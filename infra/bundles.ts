/**
 * The one esbuild run (DESIGN.md §7): every function as a bundle of its own, and the site. The CDK app deploys
 * what this makes, and the tests run the same files; `npm start` shares what they have in common.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { directionOf, LANGUAGES, type Language } from '../shared/languages.ts';
import { FUNCTION_NAMES, type FunctionName } from '../shared/routes.ts';
import { CATALOGUES } from '../web/messages/catalogues.ts';
import { PAGE_CONSTANTS, PAGES, type PageName } from '../web/pages.ts';
import { bundleImageEncoder } from './image-encoder.ts';
import { leanMessages } from './lean-messages.ts';
import { leanRoutes, leanRoutesOfPages } from './lean-routes.ts';
import { leanSchemas } from './lean-schemas.ts';
import { leanSdk, noHttpAtTheTop } from './lean-sdk.ts';
import { messagesEntry, messagesScripts, messagesScriptsOf } from './messages-scripts.ts';
import { openApiDocument } from './openapi.ts';
import { requiredBuiltins } from './required-builtins.ts';
import { twoScripts } from './two-scripts.ts';

export const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const STATIC = join(ROOT, 'web/static');

/** What is bundled: the function of a row, and the one that answers calls of no route. */
export type BundleName = FunctionName | 'no-route';

/** The folder that is deployed as a function, with `index.mjs` in it. */
export const functionFolder = (name: BundleName): string => join(DIST, 'functions', name);

/** Where `npm start` has the functions, for {@link sharingOptions}. */
export const sharingFolder = (name: BundleName): string => join(DIST, 'functions-local', name);

/**
 * The folder of the built site. The local one has the practice phone in it, which is never deployed, and
 * names without hashes, so that a page that is open finds them after a rebuild.
 */
export const siteFolder = ({ local }: { local: boolean }): string =>
  join(DIST, local ? 'site-local' : 'site');

/** Modules, because only they can read once before the first call: see `prime` in `shared/database.ts`. */
export function functionOptions(names: readonly FunctionName[] = FUNCTION_NAMES) {
  return {
    absWorkingDir: ROOT,
    entryPoints: [
      ...names.map((name) => ({ in: `functions/${name}.ts`, out: `${name}/index` })),
      { in: 'shared/http/no-route.ts', out: 'no-route/index' },
    ],
    outdir: join(DIST, 'functions'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    define: PAGE_CONSTANTS,
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [
      leanSdk({ whole: names === FUNCTION_NAMES }),
      leanRoutes,
      leanSchemas,
      leanMessages,
      requiredBuiltins,
      noHttpAtTheTop,
    ],
  } satisfies esbuild.BuildOptions;
}

/**
 * The same functions for `npm start`, in an eighth of the time and the memory: what several have in common is a file
 * beside them, not a part of each.
 */
export function sharingOptions() {
  return {
    ...functionOptions(),
    outdir: join(DIST, 'functions-local'),
    splitting: true,
    chunkNames: 'chunk-[hash]',
  } satisfies esbuild.BuildOptions;
}

/** What pages have of routes and schemas. */
const LEAN = [leanRoutesOfPages, leanSchemas];

export function siteOptions({ local }: { local: boolean }) {
  const options = {
    absWorkingDir: ROOT,
    outdir: join(siteFolder({ local }), 'assets'),
    entryNames: local ? 'chunk-[name]-[hash]' : '[name]-[hash]',
    bundle: true,
    platform: 'browser',
    target: ['es2022', 'safari17.5'],
    format: 'esm',
    minify: true,
    // As browsers read every module; half of what is said in Arabic would be escapes.
    charset: 'utf8',
    sourcemap: local ? 'linked' : false,
    legalComments: 'none',
    define: { ...PAGE_CONSTANTS, __PRACTICE__: String(local) },
    metafile: true,
    logLevel: 'warning',
    plugins: LEAN,
  } satisfies esbuild.BuildOptions;
  return {
    ...options,
    entryPoints: [
      ...PAGES.map(({ name }) => ({ in: `web/pages/${name}.ts`, out: name })),
      ...LANGUAGES.flatMap(messagesScriptsOf),
      { in: 'web/style.css', out: 'style' },
    ],
    entryNames: local ? '[name]' : '[name]-[hash]',
    plugins: [...LEAN, messagesScripts(ROOT, { local }), twoScripts(options)],
  } satisfies esbuild.BuildOptions;
}

/** The service worker: one plain script beside the documents, because its address must never change. */
export function workerOptions({ local }: { local: boolean }) {
  const { absWorkingDir, target, minify, sourcemap, legalComments, logLevel } = siteOptions({ local });
  return {
    ...{ absWorkingDir, target, minify, sourcemap, legalComments, logLevel, plugins: LEAN },
    entryPoints: [{ in: 'web/worker/worker.ts', out: 'sw' }],
    outdir: siteFolder({ local }),
    bundle: true,
    format: 'iife',
  } satisfies esbuild.BuildOptions;
}

export async function bundleFunctions(): Promise<void> {
  await Promise.all([
    esbuild.build(functionOptions()),
    bundleImageEncoder(ROOT, functionFolder('media-create')),
  ]);
}

export async function bundleSite(which: { local: boolean }): Promise<void> {
  // Hashed files of earlier builds would be deployed, too. The local site may be in use, and has no hashes.
  if (!which.local) await rm(siteFolder(which), { recursive: true, force: true });
  const [{ metafile }] = await Promise.all([
    esbuild.build(siteOptions(which)),
    esbuild.build(workerOptions(which)),
  ]);
  await writeDocuments(metafile, which);
}

/**
 * Writes a document for each page in each language, naming the built files, and that of the API (`/openapi.json`), and copies what needs
 * no building.
 */
export async function writeDocuments(metafile: esbuild.Metafile, which: { local: boolean }): Promise<void> {
  const folder = siteFolder(which);
  await mkdir(folder, { recursive: true });
  // Not `cp`, which takes each file away first: the local site may be in use.
  const files = await readdir(STATIC);
  await Promise.all(files.map((file) => copyFile(join(STATIC, file), join(folder, file))));
  await writeFile(join(folder, 'openapi.json'), JSON.stringify(openApiDocument()));
  const documents = documentsOf(await readFile(join(ROOT, 'web/page.html'), 'utf8'), metafile);
  await Promise.all(
    LANGUAGES.map(async (language) => {
      await mkdir(join(folder, language), { recursive: true });
      for (const { name } of PAGES) {
        await writeFile(join(folder, language, `${name}.html`), documents.alone(language, name));
      }
    }),
  );
  await mkdir(dirname(documentsFile(which)), { recursive: true });
  await writeFile(documentsFile(which), JSON.stringify(await documents.withContent()));
}

/** Where the documents are that the function `page` puts content into: in its folder, if they are deployed with it. */
export const documentsFile = ({ local }: { local: boolean }): string =>
  local ? join(DIST, 'documents-local.json') : join(functionFolder('page'), 'documents.json');

function documentsOf(template: string, metafile: esbuild.Metafile) {
  const style = builtFrom(metafile, 'web/style.css');
  const preloadsOf = (scripts: string[], priority = '') =>
    [...new Set(scripts.flatMap((script) => importsOf(metafile, script)))].map(
      (file) => `<link rel="modulepreload"${priority} href="${address(file)}">`,
    );
  /** In the order in which they run: first the words, then what says them. */
  const scriptsOf = (language: Language, page: PageName): [words: string, own: string] => [
    builtFrom(metafile, messagesEntry(language, page)),
    builtFrom(metafile, `web/pages/${page}.ts`),
  ];

  return {
    /** A document that its script fills. The browser waits for that, so that nothing is painted before. */
    alone(language: Language, page: PageName): string {
      const { pages, noscript } = CATALOGUES[language];
      const scripts = scriptsOf(language, page);
      return filled(template, {
        language,
        direction: directionOf(language),
        theme: '',
        visitor: '',
        ...pages[page],
        head: [
          '<script src="/theme.js"></script>',
          `<link rel="stylesheet" href="${address(style)}">`,
          ...preloadsOf(scripts),
          ...scripts.map(
            (script) => `<script type="module" blocking="render" src="${address(script)}"></script>`,
          ),
        ],
        body: [`<noscript>${noscript.needed}</noscript>`],
      });
    },

    /** Documents for `functions/page.ts`. All that the first paint waits for is in them. */
    async withContent() {
      const css = (await readFile(join(ROOT, style), 'utf8')).trim();
      const still = (await esbuild.transform(STILL, { loader: 'css', minify: true })).code.trim();
      const templates = PAGES.filter((page) => 'hasContent' in page).map(({ name }) => {
        const [words, own] = scriptsOf(LANGUAGES[0], name);
        const document = filled(template, {
          language: '{{language}}',
          direction: '{{direction}}',
          theme: '{{theme}}',
          visitor: '{{visitor}}',
          title: '{{title}}',
          description: '{{description}}',
          head: [`<style>${css}</style>`, `<noscript><style>${still}</style></noscript>`, '{{head}}'],
          // The scripts come last and may wait, so that what is read does not wait for them on a slow line or machine.
          body: [
            '{{body}}',
            ...preloadsOf([words, own], ' fetchpriority="low"'),
            '<script type="module" fetchpriority="low" src="{{messages}}"></script>',
            `<script type="module" fetchpriority="low" src="${address(own)}"></script>`,
            '<noscript><p class="without-script">{{noscript}}</p></noscript>',
          ],
        });
        return [name, document];
      });
      return {
        templates: Object.fromEntries(templates),
        messages: Object.fromEntries(
          LANGUAGES.map((language) => [
            language,
            address(builtFrom(metafile, messagesEntry(language, 'home'))),
          ]),
        ),
        inlineStyles: [hashOf(css), hashOf(still)],
      };
    },
  };
}

/** Without scripts nothing opens the rest of a long post, loads more, or changes the language. */
const STILL = `.post-frame:not(.open) .post-room { max-height: none }
.under-list, .footer { display: none }`;

function filled(template: string, values: Record<string, string | string[]>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`web/page.html: nothing known for {{${key}}}`);
    return [value].flat().join('\n    ');
  });
}

/** As a policy names what is inline (CSP Level 3 §2.3.1). */
const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** What esbuild made of an entry. */
function builtFrom({ outputs }: esbuild.Metafile, entry: string): string {
  const [file] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry) ?? [];
  if (file === undefined) throw new Error(`nothing was built from ${entry}`);
  return file;
}

const address = (file: string): string => `/assets/${basename(file)}`;

/** All that a script imports before it runs, so that the browser need not find it out file by file. */
function importsOf({ outputs }: esbuild.Metafile, script: string): string[] {
  const imports = outputs[script]?.imports ?? [];
  return [...new Set(imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path))];
}
