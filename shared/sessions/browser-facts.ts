import { type Browser, parseUserAgent } from 'detect-browser';
import type { Viewer } from '../http/request.ts';
import type { BrowserFacts } from './session.ts';

/** What people call the browsers that most of them use; the others are called as the library calls them. */
const NAMES: { [B in Browser]?: string } = {
  chrome: 'Chrome',
  'chromium-webview': 'Android app',
  crios: 'Chrome',
  edge: 'Edge',
  'edge-chromium': 'Edge',
  'edge-ios': 'Edge',
  firefox: 'Firefox',
  fxios: 'Firefox',
  ios: 'Safari',
  'ios-webview': 'iOS app',
  opera: 'Opera',
  safari: 'Safari',
  samsung: 'Samsung Internet',
};

const SYSTEMS: Record<string, string> = { 'Android OS': 'Android', 'Mac OS': 'macOS' };

/** What the phone will show of the browser that asks; the user agent is the browser's own word. */
export function browserFacts({ userAgent, place, ip }: Viewer, known: boolean): BrowserFacts {
  const { browser, os } = named(userAgent);
  return { browser, os, place, ip, known };
}

function named(userAgent: string): Pick<BrowserFacts, 'browser' | 'os'> {
  const info = parseUserAgent(userAgent);
  if (info === null || info.name === 'bot') return { browser: 'Unknown browser', os: 'Unknown system' };
  const name = NAMES[info.name] ?? info.name;
  // Windows says 10 whether it is 10 or 11, so no number is truer than this one.
  const system = info.os?.replace(/^(Windows) .*/, '$1');
  return {
    browser: name.endsWith(' app') ? name : `${name} ${info.version.split('.')[0]}`,
    os: system === undefined ? 'Unknown system' : (SYSTEMS[system] ?? system),
  };
}
