/**
 * What the pages leave to one file each: the computer's clock, what a browser keeps, and what its tabs have in common. And
 * what they must not leave to a translator: names.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const WEB = join(import.meta.dirname, '../../web');
const FILES = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|js|mjs)$/.test(path));

/** The files in whose code, not its comments, something occurs. */
const filesWith = (pattern: RegExp): string[] =>
  FILES.filter((path) => pattern.test(withoutComments(readFileSync(join(WEB, path), 'utf8')))).sort();

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

describe('only one file', () => {
  it.for([
    ['asks the computer what time it is', /\bDate\.now\b|\bnew Date\(\)|\btimeOrigin\b/, ['lib/clock.ts']],
    // The theme is applied before any module runs, by a script of its own, which is guarded itself.
    ['keeps things in the browser', /\b(local|session)Storage\b/, ['lib/storage.ts', 'static/theme.js']],
    ['writes cookies', /\bdocument\.cookie\b/, ['lib/first-paint.ts']],
    // Made when needed: one at the top of a file costs every page that imports it.
    ['makes formatters of times', /\bnew Intl\.(DateTime|RelativeTime|Number)Format\b/, ['lib/language.ts']],
    ['talks with other tabs', /\bBroadcastChannel\b|\bnavigator\.locks\b/, ['lib/tabs.ts']],
  ] as const)('%s', ([, pattern, files]) => {
    expect(filesWith(pattern)).toEqual(files);
  });
});

it('every name is kept from being translated', () => {
  const unmarked = /<(?!\/)(?![^>]*translate="no")(bdi\b[^>]*|[a-z][^>]*>@\$\{)/;
  expect(filesWith(unmarked)).toEqual([]);
});
