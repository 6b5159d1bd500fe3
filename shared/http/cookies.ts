/**
 * Nod's cookies (DESIGN.md §4), all `__Host-`: host-only, secure and for the whole site (RFC 6265bis §4.1.3.2),
 * so that no neighbouring host can plant one.
 */
import { credentialKeyOf, type Device } from '../devices/device.ts';
import { type BrowserId, isBrowserId, isSessionId, isUserId, type SessionId, type UserId } from '../ids.ts';
import type { Cookies } from './request.ts';

export const SIGNIN_COOKIE = '__Host-signin';
export const SESSION_COOKIE = '__Host-session';
export const DEVICE_COOKIE = '__Host-device';
export const BROWSER_COOKIE = '__Host-browser';

/** Browsers keep a cookie for at most 400 days (RFC 6265bis §5.5). */
export const LONGEST_COOKIE_SECONDS = 400 * 24 * 60 * 60;

export function setCookie(name: string, value: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Max-Age=${Math.ceil(maxAgeSeconds)}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}

export function clearCookie(name: string): string {
  return setCookie(name, '', 0);
}

/** The cookies of a call. One that comes twice with different values is nobody's: both are ignored. */
export function parseCookies(pairs: readonly string[]): Cookies {
  const cookies: Record<string, string> = Object.create(null);
  const doubled = new Set<string>();
  for (const pair of pairs.flatMap((text) => text.split(';'))) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const name = pair.slice(0, at).trim();
    const value = pair.slice(at + 1).trim();
    if (name in cookies && cookies[name] !== value) doubled.add(name);
    cookies[name] = value;
  }
  for (const name of doubled) delete cookies[name];
  return cookies;
}

/** `userId.sessionId.secret`: what the sign-in and the session cookie carry, at most 120 bytes. */
export type SessionToken = { userId: UserId; sessionId: SessionId; secret: string };

export function sessionToken({ userId, sessionId, secret }: SessionToken): string {
  return `${userId}.${sessionId}.${secret}`;
}

export function parseSessionToken(text: string | undefined): SessionToken | undefined {
  const [userId = '', sessionId = '', secret = '', ...more] = text?.split('.') ?? [];
  if (!isUserId(userId) || !isSessionId(sessionId) || secret.length !== 43 || more.length > 0)
    return undefined;
  return { userId, sessionId, secret };
}

/** `userId.credentialKey.secret`: what the device cookie carries. */
export type DeviceToken = { userId: UserId; credentialKey: string; secret: string };

export function deviceToken({ userId, credentialKey, secret }: DeviceToken): string {
  return `${userId}.${credentialKey}.${secret}`;
}

/** The cookie of a phone, for as long as browsers keep one. */
export function deviceCookie(device: Pick<Device, 'userId' | 'credentialId'>, secret: string): string {
  const token = { userId: device.userId, credentialKey: credentialKeyOf(device.credentialId), secret };
  return setCookie(DEVICE_COOKIE, deviceToken(token), LONGEST_COOKIE_SECONDS);
}

export function parseDeviceToken(text: string | undefined): DeviceToken | undefined {
  const [userId = '', credentialKey = '', secret = '', ...more] = text?.split('.') ?? [];
  if (!isUserId(userId) || !/^[A-Za-z0-9_-]{1,684}$/.test(credentialKey)) return undefined;
  if (secret.length !== 43 || more.length > 0) return undefined;
  return { userId, credentialKey, secret };
}

/** `userId.browserId.secret`: by which a browser is known to one user, at most 100 bytes. */
export type BrowserToken = { userId: UserId; browserId: BrowserId; secret: string };

/** Of so many users a browser keeps the token, those who signed in last: its cookie goes along with every poll. */
const MOST_BROWSER_TOKENS = 6;

/** The tokens in a `__Host-browser` cookie, that of who signed in last first; what has not their form is left out. */
export function parseBrowserTokens(text = ''): BrowserToken[] {
  return text
    .split('~', MOST_BROWSER_TOKENS)
    .map((part) => part.split('.'))
    .flatMap(([userId = '', browserId = '', secret = '', ...more]) => {
      const isToken =
        isUserId(userId) && isBrowserId(browserId) && /^[A-Za-z0-9_-]{43}$/.test(secret) && more.length === 0;
      return isToken ? [{ userId, browserId, secret }] : [];
    });
}

/** The token by which the browser that calls may be known to this user. */
export function browserTokenOf(cookies: Cookies, userId: UserId): BrowserToken | undefined {
  return parseBrowserTokens(cookies[BROWSER_COOKIE]).find((token) => token.userId === userId);
}

/** The browser's tokens with another one for this user, or without one; those of other users stay as they are. */
export function browserCookie(cookies: Cookies, userId: UserId, token: BrowserToken | undefined): string {
  const others = parseBrowserTokens(cookies[BROWSER_COOKIE]).filter((other) => other.userId !== userId);
  const tokens = [...(token === undefined ? [] : [token]), ...others].slice(0, MOST_BROWSER_TOKENS);
  if (tokens.length === 0) return clearCookie(BROWSER_COOKIE);
  const texts = tokens.map(({ userId, browserId, secret }) => `${userId}.${browserId}.${secret}`);
  return setCookie(BROWSER_COOKIE, texts.join('~'), LONGEST_COOKIE_SECONDS);
}
