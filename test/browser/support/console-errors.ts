/**
 * What pages complain about in the console. Chromium logs every answer of 400 and above as an error; one that is
 * expected has to be allowed by the test that provokes it.
 */
import type { BrowserContext } from 'playwright-core';

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
    return heard.filter((complaint) => !allowed.some((kind) => kind.test(complaint)));
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
