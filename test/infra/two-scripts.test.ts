/** A page loads two scripts, and what it fetches later brings along a copy of whatever the common one has not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { expect, it } from 'vitest';
import { ROOT, siteFolder, siteOptions } from '../../infra/bundles.ts';
import { importingOnce } from '../../infra/two-scripts.ts';

const SHARED = 'web/lib/every-page.ts';

async function imports() {
  const { metafile } = await esbuild.build({
    ...siteOptions({ local: true }),
    entryPoints: [
      SHARED,
      ...siteOptions({ local: true }).entryPoints.flatMap((entry) =>
        entry.in.startsWith('web/') ? [entry.in] : [],
      ),
    ],
    plugins: siteOptions({ local: true }).plugins.filter(({ name }) => name.startsWith('lean')),
    splitting: true,
    write: false,
  });
  const of = (file: string, kind: string) =>
    (metafile.inputs[file]?.imports ?? []).filter((one) => one.kind === kind).map(({ path }) => path);
  const closure = (entry: string): Set<string> => {
    const files = new Set([entry]);
    for (const file of files) for (const path of of(file, 'import-statement')) files.add(path);
    return files;
  };
  const later = Object.keys(metafile.inputs).flatMap((file) => of(file, 'dynamic-import'));
  return { closure, later: [...new Set(later)], files: Object.keys(metafile.inputs), of };
}

it('a script imports of the common one once, and what it uses', () => {
  const script =
    'import{_1 as a,_2 as b}from"/s.js";import{x}from"/o.js";import{_3 as $c}from"/s.js";import{_4}from"/s.js";a(x,$c,_4)';
  expect(importingOnce(script, '/s.js')).toBe(
    'import{_1 as a,_3 as $c,_4}from"/s.js";import{x}from"/o.js";a(x,$c,_4)',
  );
  expect(importingOnce('import"/s.js";a()', '/s.js')).toBe('import"/s.js";a()');
});

it('so does every script that is deployed', () => {
  const folder = join(siteFolder({ local: false }), 'assets');
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js') && !file.startsWith('shared-'));
  expect(scripts.length).toBeGreaterThan(20);
  const often = scripts.filter(
    (file) => readFileSync(join(folder, file), 'utf8').split('from"/assets/shared-').length > 2,
  );
  expect(often).toEqual([]);
});

/** What a module keeps for the whole page, of which there must not be two. */
const KEEPS = /^(?:export )?(?:let |const \w+[^=]*= new (?:Map|Set|WeakMap|WeakSet|AbortController)\b)/m;

it('nothing that keeps something is in what is fetched later and in the page as well', async () => {
  const { closure, later, files } = await imports();
  const shared = closure(SHARED);
  const pages = files.filter((file) => file.startsWith('web/pages/'));
  expect(later.length).toBeGreaterThan(5);
  const inPages = new Set(pages.flatMap((page) => [...closure(page)]));
  const twice = new Set(
    later.flatMap((entry) => [...closure(entry)]).filter((file) => inPages.has(file) && !shared.has(file)),
  );
  expect(twice.size, 'some are in both').toBeGreaterThan(3);
  const ours = [...twice].filter((file) => !file.startsWith('node_modules/'));
  const keeping = ours.filter((file) => KEEPS.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(keeping).toEqual([]);
  expect(KEEPS.test(readFileSync(join(ROOT, 'web/lib/clock.ts'), 'utf8'))).toBe(true);
});

it('nothing of the common script is fetched later, which would have to know its name', async () => {
  const { closure, of } = await imports();
  expect([...closure(SHARED)].flatMap((file) => of(file, 'dynamic-import'))).toEqual([]);
});

it('the names of the scripts do not depend on the folder that they are built in', async () => {
  const { metafile } = await esbuild.build({ ...siteOptions({ local: false }), write: false });
  expect(Object.keys(metafile.inputs).filter((input) => input.includes(ROOT))).toEqual([]);
});
