/**
 * What may import what. The layers, from the bottom up; each may use those below it:
 *
 *  1. basics        `shared/*.ts`: errors, ids, tables; they know no noun
 *  2. rules         `shared/<noun>/*.ts` that read and write nothing
 *  3. declarations  `shared/api/`, and `routes.ts`, which gathers them: of `shared` they know basics and rules
 *  4. database      `shared/database.ts`, and below it `shared/lean-get.ts`, which only it knows
 *  5. stores        `shared/<noun>/*-store.ts`: the only ones that speak to the database
 *  6. http          `shared/http/`: a call, who makes it, and its answer
 *  7. operations    `shared/<noun>/*.ts` that bring rules, stores and http together, as an enrolment does
 *  8. functions     one for each route; they know of `shared` only, and not of each other; `page` draws by
 *                   `web/documents/`, and what others say to people is worded by `web/notices/`
 *  9. web           its `lib/`, then its nouns, then its pages; of `shared` at run time only basics, rules and
 *                   declarations
 * 10. infra         `shared`, the list of the pages, and the catalogues
 *
 * A file of a noun is an operation if it reaches the database, a store or `http` at run time, else a rule. Types may
 * be imported upwards within `shared`, but nothing goes in a circle, types included; but for the type of the catalogues,
 * which English is, and whose entries speak by `web/lib/`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** One import; `to` is a path from the root for our own files, else the package's name as it is written. */
type Import = { from: string; to: string; isType: boolean };

const FILES = ['infra', 'functions', 'shared', 'web'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts')),
);
const IMPORTS = FILES.flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')));
/** What a catalogue is. */
const isCatalogueType = ({ from, to, isType }: Import): boolean =>
  isType && from === 'web/lib/messages.ts' && to === 'web/messages/en.ts';
const AT_RUN_TIME = IMPORTS.filter(({ isType }) => !isType);

/** Reads imports and exports of other files, `import()`, and `typeof import()`. */
function importsOf(from: string, source: string): Import[] {
  const names = String.raw`(?:\*(?: as \w+)?|\w+|(?:\w+, )?\{[^}]*\})`;
  const statements = source.matchAll(
    new RegExp(`^(?:import|export) (type )?(?:${names} from )?'([^']+)'`, 'gm'),
  );
  const calls = source.matchAll(/(\btypeof )?\bimport\(\s*'([^']+)'/g);
  return [...statements, ...calls].map(([, type, path = '']) => ({
    from,
    to: path.startsWith('.') ? join(from, '..', path) : path,
    isType: type !== undefined,
  }));
}

/** A way that comes back to where it began, if there is one. */
function circleIn(imports: readonly Import[]): string[] | undefined {
  const targets = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const { to } of targets.get(file) ?? []) {
      const circle = visit(to);
      if (circle !== undefined) return circle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  for (const file of targets.keys()) {
    const circle = visit(file);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

const written = ({ from, to }: Import): string => `${from} imports ${to}`;
const offences = (offends: (one: Import) => boolean, among: readonly Import[] = IMPORTS): string[] =>
  among.filter(offends).map(written);

const isOurs = (path: string): boolean => /^(infra|functions|shared|web|test)\//.test(path);
const isStore = (path: string): boolean => path.startsWith('shared/') && path.endsWith('-store.ts');
const isHttp = (path: string): boolean => path.startsWith('shared/http/');
const isDatabase = (path: string): boolean => path === 'shared/database.ts';
const isDeclaration = (path: string): boolean => /^shared\/(api\/|(routes|responses)\.ts$)/.test(path);
const isBasic = (path: string): boolean =>
  /^shared\/[^/]+$/.test(path) && !isDatabase(path) && !isDeclaration(path);
const isOfNoun = (path: string): boolean =>
  /^shared\/[^/]+\//.test(path) && !isDeclaration(path) && !isHttp(path) && !isStore(path);

/** Files of nouns that reach the database, a store or `http` at run time. */
const OPERATIONS = new Set<string>();
for (let size = -1; size < OPERATIONS.size; ) {
  size = OPERATIONS.size;
  for (const { from, to } of AT_RUN_TIME) {
    const reaches = isDatabase(to) || isStore(to) || isHttp(to) || OPERATIONS.has(to);
    if (isOfNoun(from) && reaches) OPERATIONS.add(from);
  }
}
const isRule = (path: string): boolean => isOfNoun(path) && !OPERATIONS.has(path);

describe('imports', () => {
  it('are read here as esbuild reads them', async () => {
    const { metafile } = await esbuild.build({
      absWorkingDir: ROOT,
      entryPoints: FILES,
      bundle: true,
      write: false,
      outdir: 'nowhere',
      format: 'esm',
      platform: 'node',
      packages: 'external',
      metafile: true,
      logLevel: 'silent',
    });
    const theirs = Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
      imports.map(({ path }) => `${from} imports ${path}`),
    );
    const ours = AT_RUN_TIME.map(written);
    expect(theirs.length).toBeGreaterThan(FILES.length);
    expect([...new Set(ours)].sort()).toEqual([...new Set(theirs)].sort());
  });

  it('never go in a circle', () => {
    expect(circleIn(IMPORTS.filter((one) => !isCatalogueType(one)))).toBeUndefined();
  });

  it.for([
    ['shared', ['shared']],
    [
      'functions',
      ['shared', 'web/documents', 'web/notices', 'web/lib/messages.ts', 'web/messages/catalogues.ts'],
    ],
    ['web', ['web', 'shared']],
    ['infra', ['infra', 'shared', 'web/pages.ts', 'web/messages/catalogues.ts']],
  ] as const)('of %s lead to %j only', ([folder, allowed]) => {
    const isAllowed = (path: string) => allowed.some((one) => path === one || path.startsWith(`${one}/`));
    expect(offences(({ from, to }) => from.startsWith(`${folder}/`) && isOurs(to) && !isAllowed(to))).toEqual(
      [],
    );
  });
});

describe('in shared', () => {
  it('basics and the database know no noun', () => {
    const isLow = (path: string) => isBasic(path) || isDatabase(path);
    expect(offences(({ from, to }) => isLow(from) && isOurs(to) && !isBasic(to), AT_RUN_TIME)).toEqual([]);
  });

  it('declarations know basics and rules', () => {
    const isLow = (path: string) => isBasic(path) || isRule(path) || isDeclaration(path);
    expect(IMPORTS.some(({ from }) => isDeclaration(from))).toBe(true);
    expect(offences(({ from, to }) => isDeclaration(from) && isOurs(to) && !isLow(to), AT_RUN_TIME)).toEqual(
      [],
    );
  });

  it('stores stand on rules and on each other, and http on rules and stores', () => {
    expect(OPERATIONS.size, 'operations are found').toBeGreaterThan(5);
    const isBelowStores = (path: string) =>
      isBasic(path) || isDatabase(path) || isRule(path) || isStore(path);
    expect(
      offences(({ from, to }) => isStore(from) && isOurs(to) && !isBelowStores(to), AT_RUN_TIME),
    ).toEqual([]);
    expect(
      offences(
        ({ from, to }) => isHttp(from) && isOurs(to) && !isBelowStores(to) && !isHttp(to),
        AT_RUN_TIME,
      ),
    ).toEqual([]);
  });

  it('only stores and the database know the library of DynamoDB', () => {
    const isLibrary = (path: string) => path === '@aws-sdk/lib-dynamodb';
    expect(IMPORTS.some(({ to }) => isLibrary(to))).toBe(true);
    expect(offences(({ from, to }) => isLibrary(to) && !isDatabase(from) && !isStore(from))).toEqual([]);
    // The one on this machine has to be made tables.
    const isClient = (path: string) => path.startsWith('@aws-sdk/client-dynamodb');
    expect(
      offences(({ from, to }) => isClient(to) && !isDatabase(from) && !from.startsWith('infra/local/')),
    ).toEqual([]);
  });

  it('only the database knows the way without the library', () => {
    const isLeanWay = (path: string) => /^shared\/lean-get\.ts$|^@smithy\//.test(path);
    const knowing = IMPORTS.filter(({ to }) => isLeanWay(to)).map(written);
    expect(knowing.sort()).toEqual([
      'shared/database.ts imports shared/lean-get.ts',
      'shared/lean-get.ts imports @smithy/signature-v4',
    ]);
  });

  it('only http knows middy', () => {
    const isMiddy = (path: string) => path.startsWith('@middy/');
    expect(IMPORTS.some(({ to }) => isMiddy(to))).toBe(true);
    expect(offences(({ from, to }) => isMiddy(to) && !isHttp(from))).toEqual([]);
  });
});

describe('in web', () => {
  it('nothing of a store, of the database or of http is at run time in a page', () => {
    const isLow = (path: string) => isBasic(path) || isRule(path) || isDeclaration(path);
    expect(
      offences(
        ({ from, to }) => from.startsWith('web/') && to.startsWith('shared/') && !isLow(to),
        AT_RUN_TIME,
      ),
    ).toEqual([]);
    expect(offences(({ from, to }) => from.startsWith('web/') && isStore(to))).toEqual([]);
  });

  it('lib knows nothing of web but itself', () => {
    const leadsOut = ({ from, to }: Import) => from.startsWith('web/lib/') && /^web\/(?!lib\/)/.test(to);
    expect(offences((one) => leadsOut(one) && !isCatalogueType(one))).toEqual([]);
  });

  it('only the function that draws them knows the documents', () => {
    const ofDocuments = (path: string) => path.startsWith('web/documents/');
    const knowing = IMPORTS.filter(({ from, to }) => ofDocuments(to) && !ofDocuments(from));
    expect([...new Set(knowing.map(({ from }) => from))]).toEqual(['functions/page.ts']);
  });

  it('nothing knows a page, or the phone as a whole but its page', () => {
    expect(offences(({ to }) => to.startsWith('web/pages/'))).toEqual([]);
    expect(offences(({ from, to }) => to === 'web/phone/phone.ts' && from !== 'web/pages/phone.ts')).toEqual(
      [],
    );
  });
});
