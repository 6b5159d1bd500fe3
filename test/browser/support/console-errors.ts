/** What pages complain about in the console, and the little of it that is expected. */
import type { BrowserContext } from 'playwright-core';

/**
 * Chromium logs every answer of 400 and above as an error. These are the ones that a page asks for without
 * knowing better; anything else has to be allowed by the test that provokes it.
 */
const ORDINARY: readonly RegExp[] = [
  // A phone finds out that it is nobody's key yet.
  /^401 \/api\/devices\?as=phone$/,
];

export type ConsoleErrors = {
  listenTo(context: BrowserContext): void;
  /** Expects complaints of this kind for the rest of the test; a lost call is `failed <path>`. */
  allow(...kinds: RegExp[]): void;
  /** The unexpected ones so far. */
  heard(): string[];
  /** The same, and begins anew: nothing has been heard or allowed. */
  take(): string[];
};

export function consoleErrorsOf(): ConsoleErrors {
  let heard: string[] = [];
  let allowed: RegExp[] = [];
  const unexpected = () => {
    const kinds = [...ORDINARY, ...allowed];
    return heard.filter((complaint) => !kinds.some((kind) => kind.test(complaint)));
  };
  return {
    listenTo(context) {
      context.on('weberror', (problem) => heard.push(`uncaught: ${problem.error().stack}`));
      context.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return;
        heard.push(asRefusal(message.text(), message.location().url) ?? message.text());
      });
    },
    allow: (...kinds) => void allowed.push(...kinds),
    heard: unexpected,
    take() {
      const taken = unexpected();
      heard = [];
      allowed = [];
      return taken;
    },
  };
}

/** "404 /api/users/nobody" for the console's words on a call that was refused, `failed …` for a lost one. */
function asRefusal(text: string, url: string): string | undefined {
  if (!text.startsWith('Failed to load resource:') || !URL.canParse(url)) return undefined;
  const { pathname, search } = new URL(url);
  const [, status = 'failed'] = /status of (\d+)/.exec(text) ?? [];
  return `${status} ${pathname}${search}`;
}
