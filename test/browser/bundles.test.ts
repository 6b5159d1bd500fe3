/** The site as it is built: what is deployed, what stays on one's own machine, and how much a page weighs. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { siteFolder } from '../../infra/bundles.ts';
import { LANGUAGES } from '../../shared/languages.ts';
import { PAGES } from '../../web/pages.ts';

const DEPLOYED = siteFolder({ local: false });
const LOCAL = siteFolder({ local: true });
const MOST_BYTES = 30_000;
const MOST_BYTES_OF_WORDS = 12_000;

/**
 * What the practice phone cannot do without: its own words, its key store, and the two things that only an
 * authenticator makes; and what is said of the demo provider. They must be in the local build, or the test of the
 * deployed one would prove nothing.
 */
const MARKS = [/practice/i, /nod-practice-phone/, /webauthn\.create/, /attStmt/, /made-up people/];

describe('what is for this machine only', () => {
  it.for(MARKS.map((mark) => [mark] as const))('leaves no trace of %s in a deployed file', async ([mark]) => {
    expect(await filesWith(mark, DEPLOYED)).toEqual([]);
    expect(await filesWith(mark, LOCAL)).not.toEqual([]);
  });
});

describe('a page', () => {
  it.for(PAGES.map(({ name }) => name))('%s has at most 30 kB of JavaScript', async (name) => {
    const scripts = (await scriptsOf(name)).filter((script) => !isWords(script));
    // What all pages have, and its own; the theme's is no module.
    expect(scripts.filter((path) => path.startsWith('/assets/'))).toHaveLength(2);
    const bytes = await Promise.all(scripts.map(bytesOf));
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it.for(LANGUAGES)(
    'has at most 12 kB of words in the language %s, and is the same else',
    async (language) => {
      for (const { name } of PAGES) {
        const [words, ...others] = (await scriptsOf(name, language)).filter(isWords);
        expect(words).toMatch(
          new RegExp(`^/assets/(phone-|chats-|notices-)?messages-${language}-\\w+\\.js$`),
        );
        expect(others).toEqual([]);
        expect(await bytesOf(words ?? '')).toBeLessThanOrEqual(MOST_BYTES_OF_WORDS);
        const rest = (await scriptsOf(name, language)).filter((script) => !isWords(script));
        expect(rest).toEqual((await scriptsOf(name)).filter((script) => !isWords(script)));
      }
    },
  );

  it.for(PAGES.map(({ name }) => name))(
    '%s names all the scripts that it loads, and no others, in its document',
    async (name) => {
      const named = [...(await document(name)).matchAll(/"([^"]+\.js)"/g)].map(([, src]) => src);
      expect(named.sort()).toEqual((await scriptsOf(name)).sort());
    },
  );

  it.for(PAGES.map(({ name }) => name))(
    '%s has no script, style or handler in its document',
    async (name) => {
      const html = await document(name);
      expect(html.match(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/gi)).toBeNull();
    },
  );
});

const document = (name: string, language = 'en'): Promise<string> =>
  readFile(join(DEPLOYED, language, `${name}.html`), 'utf8');

const isWords = (script: string): boolean => /^\/assets\/(phone-|chats-|notices-)?messages-/.test(script);

const bytesOf = async (script: string): Promise<number> =>
  gzipSync(await readFile(join(DEPLOYED, script))).length;

/** The scripts that a page loads at once: those of its document, and what they import, statically. */
async function scriptsOf(name: string, language?: string): Promise<string[]> {
  const queue = [...(await document(name, language)).matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(
    ([, src = '']) => src,
  );
  for (const script of queue) {
    const source = await readFile(join(DEPLOYED, script), 'utf8');
    for (const [, from = ''] of source.matchAll(/\b(?:from|import)\s*"([./][^"]+)"/g)) {
      const imported = new URL(from, `file://${script}`).pathname;
      if (!queue.includes(imported)) queue.push(imported);
    }
  }
  return queue;
}

/** The files of a folder in which something occurs. Source maps are no part of the page. */
async function filesWith(mark: RegExp, folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    /\.(js|css|html|svg|txt)$/.test(file),
  );
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return files.filter((_, index) => mark.test(contents[index] ?? ''));
}
