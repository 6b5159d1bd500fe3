/** The Chromiums for the browser tests: those that are there, or that are installed now. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Passkey } from './authenticator.ts';
import type { Browser as ApiBrowser } from './browser.ts';

/**
 * Paths of executables. A window of the `shell`, which draws pages and nothing around them, costs a fifth of one of
 * the `whole` browser, which alone has push, notifications and what makes a page an app.
 */
export type Chromiums = { whole: string; shell: string };

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const SHELL_NAMES = ['chromium-headless-shell', 'chrome-headless-shell', 'headless_shell'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Where there is no Chromium it is installed, and said so: Debian's packages as root, or else the build that
 * playwright-core downloads. `CHROMIUM_PATH` names another one, for everything. Where there is no shell the whole
 * browser does its work.
 * @throws {Error} with what to do, if no way leads to one
 */
export function chromiumPaths(): Chromiums {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) return { whole: named, shell: named };
  if (found(NAMES, PLACES) === undefined || (isDebianRoot() && found(SHELL_NAMES) === undefined)) install();
  const whole = found(NAMES, [...PLACES, chromium.executablePath()]);
  if (whole !== undefined) return { whole, shell: found(SHELL_NAMES) ?? whole };
  throw new Error(
    'The browser tests need Chromium, and it could not be installed: install it (Debian: apt-get install ' +
      'chromium) or name one in CHROMIUM_PATH, and try again.',
  );
}

function found(names: string[], places: string[] = []): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find(isExecutable);
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

function install(): void {
  const packages = 'chromium chromium-headless-shell fonts-dejavu-core';
  const commands = isDebianRoot()
    ? ['apt-get update -qq', `apt-get install -y -qq --no-install-recommends ${packages}`]
    : isExecutable(chromium.executablePath())
      ? []
      : ['npx playwright-core install chromium'];
  for (const command of commands) {
    console.log(`No Chromium here for the browser tests, installing one: ${command}`);
    spawnSync(command, { shell: true, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * What Playwright switches off (the last switch of a name is the only one that counts), and that each navigation makes
 * a new frame, also from one document of a site to the next, which costs a sixth of it.
 */
const DISABLED_FEATURES = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'RenderDocument',
  'ThirdPartyStoragePartitioning',
];

export function launchChromium(path: string, args: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      // The pages of a context share a process: starting one costs more than all that most tests do in it.
      '--process-per-site',
      '--lang=en-GB',
      `--disable-features=${DISABLED_FEATURES.join(',')}`,
      ...args,
    ],
  });
}

/** What puts a passkey into the authenticator of a page. */
export type PutPasskey = (passkey: Passkey) => Promise<unknown>;

/** Gives a page an authenticator of its own, as a phone has one, whose owner is always there. */
export async function withAuthenticator(page: Page): Promise<PutPasskey> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return (credential) => session.send('WebAuthn.addCredential', { authenticatorId, credential });
}

/** `__Host-` cookies are set over https only; the browser sends them to `http://localhost` all the same. */
export function cookiesOf({ cookies }: ApiBrowser) {
  return [...cookies].map(([name, value]) => ({
    name,
    value,
    url: 'https://localhost',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax' as const,
  }));
}
