/** A page's script finds all that it says in the catalogue that its document has. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { sectionsOf } from '../../infra/messages-scripts.ts';
import { PAGES } from '../../web/pages.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The files that a page is made of, also those that are fetched later. */
function filesOf(entry: string): string[] {
  const found = [entry];
  for (const file of found) {
    const source = readFileSync(join(ROOT, file), 'utf8').replace(/^import type .*$/gm, '');
    for (const [, from = ''] of source.matchAll(/\b(?:from|import\()\s*'(\.[^']+\.ts)'/g)) {
      const path = relative(ROOT, join(ROOT, dirname(file), from));
      if (!found.includes(path)) found.push(path);
    }
  }
  return found.filter((file) => file.startsWith('web/'));
}

const said = (file: string): string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\bmessages\.(\w+)\./g)].map(
    ([, section = '']) => section,
  );

it.for(PAGES.map(({ name }) => name))('%s', (page) => {
  const sections = new Set(filesOf(`web/pages/${page}.ts`).flatMap(said));
  expect(sections).not.toEqual(new Set());
  const missing = [...sections].filter(
    (section) => !sectionsOf(page, { local: true }).includes(section as never),
  );
  expect(missing).toEqual([]);
});

it('no deployed page says what belongs to the practice phone, and no page what only documents and functions say', () => {
  for (const { name } of PAGES) {
    expect(sectionsOf(name, { local: false })).not.toContain('practice');
    for (const section of ['pages', 'noscript', 'notice', 'push']) {
      const isSaid = section === 'push' && name === 'notices';
      expect(sectionsOf(name, { local: true }).includes(section as never)).toBe(isSaid);
    }
  }
});
