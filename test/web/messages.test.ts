/** Whatever a person reads stands in the catalogues: nothing is said anywhere else, and nothing stands there that nobody says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import * as english from '../../web/messages/en.ts';

const ROOT = join(import.meta.dirname, '../..');

const filesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));

const PAGES = filesOf('web').filter((path) => !path.startsWith('web/messages/'));

/** What may look like a sentence, and is none that a page shows. */
const NO_SENTENCES = new Map<string, readonly string[]>([
  // An error of ours, in the console.
  ['web/lib/around.ts', ['the frame has no #']],
  // Its name is the same in every language.
  ['web/worker/push.ts', ['Nod']],
  ['web/documents/document.ts', ['Nod']],
  // The name of a key, and of what is dragged.
  ['web/posts/composer.ts', ['Enter', 'Files']],
  ['web/people/profile-form.ts', ['Files']],
  ['web/posts/edit-form.ts', ['Enter', 'Escape']],
]);

type Node = { type: string; start: number; [key: string]: unknown };

describe('what pages say', () => {
  it.for(PAGES)('%s has no words of its own', (path) => {
    expect(wordsIn(path, readFileSync(join(ROOT, path), 'utf8')).join('\n')).toBe('');
  });

  it('is found by this test in elements, attributes and strings', () => {
    const source = `const view = html\`<p class="lead" title="A title">Some words \${name}</p><a href="/a b">\${'More words'}</a>\`;`;
    expect(wordsIn('web/x.ts', source)).toEqual(['A title', 'More words', 'Some words']);
  });
});

it('every entry of the catalogue is said somewhere', () => {
  const sources = [...PAGES, ...filesOf('functions'), ...filesOf('shared'), ...filesOf('infra')]
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  const isSaid = (path: string) => new RegExp(`\\b${path.replaceAll('.', '\\.')}\\b(?!-)`).test(sources);
  const isChosen = (section: string) => sources.includes(`${section}[`);
  const unused = entriesOf(english).filter((path) => {
    const sections = path.split('.').map((_, index, parts) => parts.slice(0, index).join('.'));
    return !isSaid(path) && !sections.some((section) => section !== '' && isChosen(section));
  });
  expect(unused).toEqual([]);
});

/** Each entry's path, such as `signin.title`. */
function entriesOf(part: object, before = ''): string[] {
  return Object.entries(part).flatMap(([name, value]) => {
    const path = before === '' ? name : `${before}.${name}`;
    return typeof value === 'object' ? entriesOf(value, path) : [path];
  });
}

/** What stands in a file's templates and strings and is read by people, as far as one can tell. */
function wordsIn(path: string, source: string): string[] {
  const found = new Set<string>();
  const ours = NO_SENTENCES.get(path) ?? [];
  const note = (text: string) => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (/\p{L}{2,}/u.test(words) && !ours.includes(words)) found.add(words);
  };
  walk(parseSync(path, source).program as unknown as Node);
  return [...found].sort();

  function walk(node: Node, parent?: Node): void {
    if (node.type === 'ImportDeclaration' || node.type.startsWith('TS') || isForMachines(node)) return;
    if (
      node.type === 'TaggedTemplateExpression' &&
      ['html', 'svg'].includes((node.tag as Node).name as string)
    ) {
      const { quasis, expressions } = node.quasi as Node as { quasis: Node[]; expressions: Node[] } & Node;
      textIn(quasis.map(({ value }) => (value as { cooked: string }).cooked).join('\u0000')).forEach(note);
      for (const expression of expressions) walk(expression, node);
      return;
    }
    // What is compared with is told to nobody: the name of a key, of an error or of what a browser has.
    const isCompared = parent?.type === 'BinaryExpression' && parent.operator !== '+';
    const isText = node.type === 'Literal' && typeof node.value === 'string' && !isCompared;
    if (isText && isSentence(node.value as string)) note(node.value as string);
    if (node.type === 'TemplateElement' && parent?.type === 'TemplateLiteral') {
      const { cooked } = node.value as { cooked: string };
      if (isSentence(cooked)) note(cooked);
    }
    for (const [key, child] of Object.entries(node)) {
      if (key === 'type') continue;
      for (const one of [child].flat()) {
        if (typeof one === 'object' && one !== null && 'type' in one) walk(one as Node, node);
      }
    }
  }
}

/** Errors of ours, selectors and the like: what is handed to what takes no sentences. */
function isForMachines(node: Node): boolean {
  if (node.type === 'NewExpression') return /(Error|DOMException)$/.test(String((node.callee as Node).name));
  // The name and the message of an error of ours.
  if (node.type === 'PropertyDefinition') return (node.key as Node).name === 'name';
  if (node.type !== 'CallExpression') return false;
  if ((node.callee as Node).type === 'Super') return true;
  const callee = node.callee as Node & { object?: { name?: string }; property?: { name?: string } };
  if (callee.object?.name === 'console') return true;
  return (
    ['closest', 'matches', 'querySelector', 'querySelectorAll', 'matchMedia'].includes(
      callee.property?.name ?? '',
    ) || callee.name === 'matchMedia'
  );
}

/** A string that begins with a capital letter, or has several words, one of which is no name of a class. */
const isSentence = (text: string): boolean =>
  /^\s*\p{Lu}\p{Ll}+($|[\s,.…?:’])/u.test(text) ||
  (/\p{L}{2,}[,.?:’]? \p{L}{2,}.*[.?’]|[.?]\s*$/u.test(text) && /\p{L} \p{L}/u.test(text));

/** The text and the read attributes of a template. */
function textIn(template: string): string[] {
  const noComments = template.replace(/<!--[\s\S]*?-->/g, '');
  const tags = /<\/?[a-zA-Z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/g;
  const attributes = [...noComments.matchAll(tags)].flatMap(([tag]) =>
    [
      ...tag.matchAll(
        /\s(?:aria-label|aria-description|aria-roledescription|alt|title|placeholder|label)="([^"]*)"/g,
      ),
    ].map(([, value = '']) => value),
  );
  // Names and numbers of ours are the same in every language.
  const untranslated = /<(\w+)[^>]*translate="no"[^>]*>[^<]*<\/\1\s*>/g;
  return [...attributes, ...noComments.replace(untranslated, '').replace(tags, '\u0000').split('\u0000')];
}
