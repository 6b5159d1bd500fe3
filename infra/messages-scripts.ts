/**
 * A language's catalogue as scripts of their own, of which a document has one before its page's: some pages say other things
 * than all others, so neither loads what it never says.
 */
import type { Plugin } from 'esbuild';
import type { Language } from '../shared/languages.ts';
import { CATALOGUES } from '../web/messages/catalogues.ts';
import type { PageName } from '../web/pages.ts';

type Section = keyof (typeof CATALOGUES)['en'];

/** What no script says, but a document or a function. */
const UNSAID: readonly Section[] = ['pages', 'noscript', 'notice', 'push'];

/** What only pages on one's own machine say. */
const LOCAL: Section = 'practice';

/** The pages with words of their own, which no other page says. */
const OWN: Partial<Record<PageName, readonly Section[]>> = {
  phone: ['phone', 'enrol', 'phoneSettings'],
  chats: ['chats'],
  // What phones are told of an account is said there in the same words.
  notices: ['notices', 'push'],
};

/** What these say beside them. */
const EVERYWHERE: readonly Section[] = [
  'layout',
  'common',
  'problems',
  'names',
  'browsers',
  'languages',
  'navigation',
];

/** The sections that a page's script may say; on one's own machine also those of the practice phone. */
export function sectionsOf(page: PageName, { local }: { local: boolean }): Section[] {
  return (Object.keys(CATALOGUES.en) as Section[]).filter((section) => {
    if (section === LOCAL) return local;
    const own = OWN[page];
    if (own !== undefined) return own.includes(section) || EVERYWHERE.includes(section);
    const isAnothers = Object.values(OWN).some((sections) => sections.includes(section));
    return !isAnothers && !UNSAID.includes(section);
  });
}

/** For which pages there is a script; all others have that of the first. */
export const SPEAKING = ['home', ...Object.keys(OWN)] as readonly PageName[];

const NAMESPACE = 'messages';

/** The entry point of the build that becomes `messages-<language>.js`, or a page's own. */
export const messagesEntry = (language: Language, page: PageName): string =>
  `${NAMESPACE}:${messagesScript(language, page)}`;

export const messagesScript = (language: Language, page: PageName): string =>
  page in OWN ? `${page}-messages-${language}` : `messages-${language}`;

export const messagesScripts = (root: string, which: { local: boolean }): Plugin => ({
  name: 'messages-scripts',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${NAMESPACE}:`) }, ({ path }) => ({
      path: path.slice(NAMESPACE.length + 1),
      namespace: NAMESPACE,
    }));
    build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => {
      const [, page, language] = /^(?:(\w+)-)?messages-(.+)$/.exec(path) ?? [];
      const sections = sectionsOf((page ?? 'home') as PageName, which);
      return {
        contents: [
          `import { ${sections} } from './web/messages/${language}.ts';`,
          "import { speak } from './web/lib/messages.ts';",
          `speak('${language}', { ${sections} });`,
        ].join('\n'),
        resolveDir: root,
      };
    });
  },
});
