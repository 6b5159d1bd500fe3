/** A language's catalogue as a script of its own, which a document has before its page's. */
import type { Plugin } from 'esbuild';
import type { Language } from '../shared/languages.ts';
import { CATALOGUES } from '../web/messages/catalogues.ts';

const NAMESPACE = 'messages';

/** The entry point of the build that becomes `messages-<language>.js`, as esbuild names it. */
export const messagesEntry = (language: Language): string => `${NAMESPACE}:messages-${language}`;

/** What only pages on one's own machine say. */
const LOCAL = 'practice';

/** What no script says, but a document or a function. */
const UNSAID = ['pages', 'noscript', 'notice', 'push'];

export const messagesScripts = (root: string, { local }: { local: boolean }): Plugin => ({
  name: 'messages-scripts',
  setup(build) {
    const sections = Object.keys(CATALOGUES.en).filter(
      (section) => !UNSAID.includes(section) && (local || section !== LOCAL),
    );
    build.onResolve({ filter: new RegExp(`^${NAMESPACE}:`) }, ({ path }) => ({
      path: path.slice(NAMESPACE.length + 1),
      namespace: NAMESPACE,
    }));
    build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => {
      const language = path.replace(/^messages-/, '');
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
