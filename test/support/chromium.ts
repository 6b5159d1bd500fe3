/** A Chromium for the browser tests: the one that is there, or one that is installed now. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium. Where there is none it is installed, and said so: Debian's package as root, or else
 * the build that playwright-core downloads. `CHROMIUM_PATH` names another one.
 * @throws {Error} with what to do, if neither way leads to one
 */
export function chromiumPath(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) return named;
  return found() ?? installed();
}

function found(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES, chromium.executablePath()].find(isExecutable);
}

function installed(): string {
  const isDebian = spawnSync('apt-get', ['--version']).status === 0;
  const isRoot = process.getuid?.() === 0;
  const commands =
    isDebian && isRoot
      ? ['apt-get update -qq', 'apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core']
      : ['npx playwright-core install chromium'];
  for (const command of commands) {
    console.log(`No Chromium here for the browser tests, installing one: ${command}`);
    spawnSync(command, { shell: true, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const path = found();
  if (path !== undefined) return path;
  throw new Error(
    'The browser tests need Chromium, and it could not be installed: install it (Debian: apt-get install ' +
      'chromium) or name one in CHROMIUM_PATH, and try again.',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function launchChromium(path: string, args: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=en-GB', ...args],
  });
}

/** Gives a page an authenticator of its own, as a phone has one, whose owner is always there. */
export async function withAuthenticator(context: BrowserContext, page: Page): Promise<CDPSession> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}
