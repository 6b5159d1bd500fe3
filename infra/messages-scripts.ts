/**
 * A language's catalogue as scripts of their own, of which a document has one before its page's: some pages say other things
 * than all others, so neither loads what it never says.
 */
import type { Plugin } from 'esbuild';
import type { Language } from '../shared/languages.ts';
import type { CATALOGUES } from '../web/messages/catalogues.ts';
import type { PageName } from '../web/pages.ts';

const NAMESPACE = 'messages';

type Section = keyof (typeof CATALOGUES)['en'];

/** What only pages on one's own machine say. */
const LOCAL: Section = 'practice';

/** What all pages say. */
const EVERYWHERE: readonly Section[] = ['layout', 'common', 'problems', 'languages', 'navigation'];

/** Which pages say the same, and what that is beside what all say. Those that are named nowhere say what the blog does. */
const KINDS = {
  blog: {
    pages: [],
    sections: [
      'posts',
      'text',
      'media',
      'marks',
      'threads',
      'profile',
      'people',
      'hides',
      'search',
      'missing',
    ],
  },
  account: {
    pages: ['account', 'activity', 'code', 'recover', 'register', 'signin', 'social'],
    sections: [
      ...['account', 'activity', 'recovery', 'register', 'signin', 'social'],
      ...['names', 'browsers', 'hides'],
    ] as Section[],
  },
  phone: { pages: ['phone'], sections: ['phone', 'enrol', 'phoneSettings', 'names', 'browsers'] },
  chats: { pages: ['chats'], sections: ['chats'] },
} satisfies Record<string, { pages: PageName[]; sections: Section[] }>;

type Kind = keyof typeof KINDS;

const kindOf = (page: PageName): Kind =>
  (Object.keys(KINDS) as Kind[]).find((kind) => (KINDS[kind].pages as PageName[]).includes(page)) ?? 'blog';

/** The sections that a page's script may say; on one's own machine also those of the practice phone. */
export const sectionsOf = (page: PageName, which: { local: boolean }): Section[] =>
  sectionsOfKind(kindOf(page), which);

const sectionsOfKind = (kind: Kind, { local }: { local: boolean }): Section[] => [
  ...EVERYWHERE,
  ...KINDS[kind].sections,
  ...(local ? [LOCAL] : []),
];

/** All scripts of a language's words. */
export const messagesScriptsOf = (language: Language): { in: string; out: string }[] =>
  (Object.keys(KINDS) as Kind[]).map((kind) => {
    const script = scriptOf(kind, language);
    return { in: `${NAMESPACE}:${script}`, out: script };
  });

/** The entry point of the build that becomes the script of a page's words. */
export const messagesEntry = (language: Language, page: PageName): string =>
  `${NAMESPACE}:${scriptOf(kindOf(page), language)}`;

const scriptOf = (kind: Kind, language: Language): string => `${kind}-messages-${language}`;

export const messagesScripts = (root: string, which: { local: boolean }): Plugin => ({
  name: 'messages-scripts',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${NAMESPACE}:`) }, ({ path }) => ({
      path: path.slice(NAMESPACE.length + 1),
      namespace: NAMESPACE,
    }));
    build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => {
      const [, kind, language] = /^(\w+)-messages-(.+)$/.exec(path) ?? [];
      const sections = sectionsOfKind(kind as Kind, which);
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
