/** The screens that people look at, computers and phones, in the Chromium of this process. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  devices,
  type Page,
} from 'playwright-core';
import { afterEach, beforeAll, expect, inject } from 'vitest';
import type { Browser as ApiBrowser } from '../../support/browser.ts';
import {
  type Chromiums,
  cookiesOf,
  launchChromium,
  type PutPasskey,
  withAuthenticator,
} from '../../support/chromium.ts';
import type { Nod } from '../../support/nod.ts';
import type { Phone } from '../../support/people.ts';
import type {} from '../../support/setup.ts';
import { type ConsoleErrors, consoleErrorsOf } from './console-errors.ts';
import { giveBack, STILL, takeContext } from './kept-contexts.ts';

/** Longer than anything takes here, and shorter than a test may take: so that a failure names its step. */
const PATIENCE_MS = 20_000;

export const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

type Options = BrowserContextOptions & {
  /** Signed in already, with the cookies of a browser that went through the API. */
  as?: ApiBrowser;
};

export type Screens = {
  /** The first tab of a computer's browser, with cookies of its own. */
  desktop(options?: Options): Promise<Page>;
  /** The same of a phone's, whose owner is there and confirms what the phone asks. */
  phone(options?: Options): Promise<Page>;
  /** What the pages of this test have complained about so far. */
  complaints: ConsoleErrors;
};

/**
 * Screens for the tests of a file. After each test they are closed, and no page may have complained: no uncaught
 * error, no console error, no violation of the content security policy.
 *
 * @param args what Chromium has to be launched with
 * @param kind `whole` where a test needs push, notifications or an installed page
 */
export function screens(
  nod: Nod,
  { args = [], kind = 'shell' }: { args?: string[]; kind?: keyof Chromiums } = {},
): Screens {
  const complaints = consoleErrorsOf();
  const contexts: BrowserContext[] = [];
  let chromium: Browser;
  beforeAll(async () => {
    chromium = await sharedChromium(inject('chromium')[kind], args);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await describeTo(console.log, contexts);
    const isKept = kind === 'shell' && task.result?.state !== 'fail';
    await Promise.all(contexts.splice(0).map((context) => giveBack(context, isKept)));
    expect(complaints.take()).toEqual([]);
  });

  async function open({ as, ...options }: Options): Promise<Page> {
    const page = await takeContext(chromium, {
      baseURL: nod.origin,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    });
    const context = page.context();
    contexts.push(context);
    context.setDefaultTimeout(PATIENCE_MS);
    complaints.listenTo(context);
    if (as !== undefined) await context.addCookies(cookiesOf(as));
    return page;
  }

  return {
    complaints,
    desktop: (options = {}) =>
      open({ userAgent: devices['Desktop Chrome'].userAgent, viewport: WIDTHS.desktop, ...options }),
    async phone(options = {}) {
      const { userAgent } = devices['Pixel 7'];
      const page = await open({
        userAgent,
        viewport: WIDTHS.phone,
        isMobile: true,
        hasTouch: true,
        ...options,
      });
      authenticators.set(page, await withAuthenticator(page));
      return page;
    },
  };
}

/** The authenticators of the phones on screen. */
const authenticators = new WeakMap<Page, PutPasskey>();

/** Makes a phone on screen the one that a person has set up through the API: its passkey, its cookie and what it remembers. */
export async function becomePhone(page: Page, phone: Phone, username: string): Promise<void> {
  await authenticators.get(page)?.(phone.authenticator.passkey());
  await page.context().addCookies(cookiesOf(phone));
  // Storage is a site's: it can be written to only from there.
  if (!URL.canParse(page.url()) || new URL(page.url()).origin !== phone.origin) await page.goto(STILL);
  await page.evaluate((remembered) => localStorage.setItem('nod.phone', JSON.stringify(remembered)), {
    deviceId: phone.deviceId,
    username,
  });
}

/** Those of this process, which takes them along when it ends. */
const shared = globalThis as { chromiums?: Map<string, Promise<Browser>> };

function sharedChromium(path: string, args: string[]): Promise<Browser> {
  shared.chromiums ??= new Map();
  const key = [path, ...args].join(' ');
  const chromium = shared.chromiums.get(key) ?? launchChromium(path, args);
  shared.chromiums.set(key, chromium);
  return chromium;
}

/** What was on the screens when a test failed. */
async function describeTo(log: (text: string) => void, contexts: BrowserContext[]): Promise<void> {
  for (const page of contexts.flatMap((context) => context.pages())) {
    const shown = await page.locator('body').ariaSnapshot({ timeout: 1000 }).catch(String);
    log(`${page.url()}\n${shown}`);
  }
}
