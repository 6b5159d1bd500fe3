/**
 * What a translator must do: `npm run messages -- es`. It lists each entry that the catalogue `web/messages/es.ts` does not
 * have yet, or says in the very words of English, with these words and where they are used; and what it has too much. A
 * language without a catalogue has everything to do.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const [language = ''] = process.argv.slice(2);
const fileOf = (name: string): string => join(ROOT, 'web/messages', `${name}.ts`);

if (!/^[a-z]{2,3}(-[A-Za-z]+)?$/.test(language)) {
  console.error('Say which language, as in: npm run messages -- es');
  process.exit(1);
}

const english = entriesIn(fileOf('en'));
const own = existsSync(fileOf(language)) ? entriesIn(fileOf(language)) : new Map<string, string>();
const sources = ['web', 'functions', 'infra'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(ROOT, folder, path))
    .filter((path) => path.endsWith('.ts') && !path.startsWith(join(ROOT, 'web/messages')))
    .map((path) => ({ path: relative(ROOT, path), lines: readFileSync(path, 'utf8').split('\n') })),
);

const missing = [...english.keys()].filter((key) => !own.has(key));
const same = [...english].filter(([key, words]) => own.get(key) === words).map(([key]) => key);
const surplus = [...own.keys()].filter((key) => !english.has(key));
for (const [title, keys] of [
  ['To be written', missing],
  ['In the words of English', same],
] as const) {
  if (keys.length > 0) console.log(`# ${title}: ${keys.length}\n`);
  for (const key of keys) {
    console.log([key, `  ${english.get(key)}`, ...placesOf(key).map((place) => `  ${place}`), ''].join('\n'));
  }
}
if (surplus.length > 0) console.log(`# Not in English, so it goes: ${surplus.join(', ')}\n`);
console.log(
  `${english.size} entries: ${english.size - missing.length - same.length} written, ${missing.length} missing, ${same.length} as in English.`,
);

/** Each entry's path, such as `signin.title`, and what stands there. */
function entriesIn(file: string): Map<string, string> {
  const source = readFileSync(file, 'utf8');
  const entries = new Map<string, string>();
  for (const statement of parseSync(file, source).program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration')
      continue;
    for (const { id, init } of statement.declaration.declarations)
      if ('name' in id && init) note(id.name, init);
  }
  return entries;

  function note(path: string, value: object): void {
    const node = value as {
      type: string;
      start: number;
      end: number;
      expression?: object;
      properties?: Property[];
    };
    if (node.type === 'TSSatisfiesExpression' && node.expression) note(path, node.expression);
    else if (node.type !== 'ObjectExpression')
      entries.set(path, source.slice(node.start, node.end).replace(/\s+/g, ' '));
    else for (const { key, value } of node.properties ?? []) note(`${path}.${key.name ?? key.value}`, value);
  }
}

type Property = { key: { name?: string; value?: string }; value: object };

/** Where it is said: by its whole path, or by that of the record that it is chosen from. */
function placesOf(key: string): string[] {
  for (let path = key; path.includes('.'); path = path.replace(/\.[^.]*$/, '')) {
    const said = new RegExp(`\\bmessages\\.${path.replaceAll('.', '\\.')}(?![\\w])`);
    const places = sources.flatMap(({ path: file, lines }) =>
      lines.flatMap((line, index) => (said.test(line) ? [`${file}:${index + 1}`] : [])),
    );
    if (places.length > 0) return places;
  }
  return [];
}
