import Bowser from 'bowser';
import type { Viewer } from '../http/request.ts';
import type { BrowserFacts } from './session.ts';

/** What the phone will show of the browser that asks; the user agent is the browser's own word. */
export function browserFacts(viewer: Viewer, known: boolean): BrowserFacts {
  const { browser, os } = Bowser.parse(viewer.userAgent || 'unknown');
  return {
    browser: [browser.name, browser.version?.split('.')[0]].filter(Boolean).join(' ') || 'Unknown browser',
    os: os.name ?? 'Unknown system',
    place: viewer.place,
    ip: viewer.ip,
    known,
  };
}
