/** The documents are true where that can be looked up: what they lead to is there, and what cites them finds it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'DESIGN.md', 'OPERATIONS.md', 'SECURITY.md'];

const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const sources = ['functions', 'infra', 'shared', 'test', 'web'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path)),
);

const headings = (file: string): string[] =>
  [...text(file).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title);

/** The address of a heading, as GitHub makes it. */
const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .replaceAll(' ', '-');

describe.each(DOCUMENTS)('%s', (file) => {
  it('leads to files and headings that there are', () => {
    const links = [...text(file).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
    const lost = links.flatMap(([, path = '', heading]) => {
      const target = path || file;
      if (!existsSync(join(ROOT, target))) return [target];
      const isThere = heading === undefined || headings(target).map(anchor).includes(heading);
      return isThere ? [] : [`${target}#${heading}`];
    });
    expect(lost).toEqual([]);
  });

  it('names files that there are', () => {
    const named = [...text(file).matchAll(/`((?:functions|infra|shared|test|web)\/[\w./-]*\.ts)`/g)];
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

it('comments cite sections of DESIGN.md that there are', () => {
  const sections = new Set(headings('DESIGN.md').flatMap((title) => title.match(/^\d+(\.\d+)?/)?.[0] ?? []));
  const cited = sources.flatMap((file) => {
    const comments = text(file).matchAll(/DESIGN\.md (§[\d.]*\d(?:, §[\d.]*\d)*)/g);
    return [...comments].flatMap(([, list = '']) => list.split(', ').map((section) => ({ file, section })));
  });
  expect(cited.length).toBeGreaterThan(50);
  expect(cited.filter(({ section }) => !sections.has(section.slice(1)))).toEqual([]);
});

it('DESIGN.md §3 has every kind of row that a store writes', () => {
  const stores = sources.filter((file) => /^shared\/.*-store\.ts$/.test(file));
  const kinds = stores.flatMap((file) => {
    const code = text(file).replace(/\/\*\*?[\s\S]*?\*\//g, '');
    return [...code.matchAll(/['`]([a-z-]+#)/g)].map(([, kind = '']) => kind);
  });
  expect(kinds.length).toBeGreaterThan(10);
  const tables = text('DESIGN.md').split('\n## 3. ')[1]?.split('\n## 4. ')[0] ?? '';
  expect(kinds.filter((kind) => !tables.includes(`\`${kind}`))).toEqual([]);
});
