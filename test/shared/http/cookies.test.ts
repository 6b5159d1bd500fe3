import { describe, expect, it } from 'vitest';
import {
  BROWSER_COOKIE,
  browserCookie,
  browserTokenOf,
  clearCookie,
  deviceToken,
  parseBrowserTokens,
  parseCookies,
  parseDeviceToken,
  parseSessionToken,
  sessionToken,
  setCookie,
} from '../../../shared/http/cookies.ts';
import { newSessionId, newTicketId, newUserId } from '../../../shared/ids.ts';
import { newSecret } from '../../../shared/secrets.ts';
import { browserIdOf } from '../../../shared/sessions/known-browser.ts';

describe('a cookie', () => {
  it('is for this host only, for pages over TLS, and out of the reach of scripts', () => {
    expect(setCookie('__Host-session', 'value', 59.2)).toBe(
      '__Host-session=value; Max-Age=60; Path=/; Secure; HttpOnly; SameSite=Lax',
    );
  });

  it('is cleared under the same attributes, without which a browser would keep it', () => {
    expect(clearCookie('__Host-session')).toBe(
      '__Host-session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax',
    );
  });
});

describe('the cookies of a call', () => {
  it.each<[string, string[], Record<string, string>]>([
    ['none', [], {}],
    ['one to a text, as API Gateway passes them', ['a=1', 'b=2'], { a: '1', b: '2' }],
    ['several in one text', ['a=1; b=2;c=3'], { a: '1', b: '2', c: '3' }],
    ['with an equals sign in a value', ['a=1=2='], { a: '1=2=' }],
    ['empty', ['a='], { a: '' }],
    ['without a name or a value', ['=1', 'a', ''], {}],
    ['twice the same', ['a=1', 'a=1'], { a: '1' }],
    ['twice with different values: nobody’s', ['a=1; b=2', 'a=3'], { b: '2' }],
    ['three times, the last like the first', ['a=1', 'a=2', 'a=1'], {}],
    [
      'named like what objects have',
      ['__proto__=1', 'constructor=2'],
      { ['__proto__']: '1', constructor: '2' },
    ],
  ])('%s', (_, pairs, expected) => {
    const cookies = parseCookies(pairs);
    expect(Object.entries(cookies)).toEqual(Object.entries(expected));
  });

  it('are no more than those that came', () => {
    expect(parseCookies([]).constructor).toBeUndefined();
    expect(Object.getPrototypeOf(parseCookies([]))).toBeNull();
  });
});

describe('what a session cookie carries', () => {
  const token = { userId: newUserId(), sessionId: newSessionId(), secret: newSecret() };
  const text = sessionToken(token);

  it('is read as it was written, in at most 120 bytes', () => {
    expect(parseSessionToken(text)).toEqual(token);
    expect(text.length).toBeLessThanOrEqual(120);
  });

  const { userId, sessionId, secret } = token;
  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['not a token', 'garbage'],
    ['short of a part', `${userId}.${sessionId}`],
    ['one part too long', `${text}.x`],
    ['of another order', `${sessionId}.${userId}.${secret}`],
    ['a ticket', `${userId}.${newTicketId()}.${secret}`],
    ['of a short secret', text.slice(0, -1)],
    ['of a long secret', `${text}x`],
    ['of a key with a separator', `${userId.slice(0, -1)}#.${sessionId}.${secret}`],
    ['of a long id', `${userId}x.${sessionId}.${secret}`],
  ])('is nothing when %s', (_, wrong) => {
    expect(parseSessionToken(wrong)).toBeUndefined();
  });
});

describe('what a device cookie carries', () => {
  const token = { userId: newUserId(), credentialKey: 'x'.repeat(684), secret: newSecret() };
  const { userId, secret } = token;

  it('is read as it was written, under the 4 kB of a cookie', () => {
    expect(parseDeviceToken(deviceToken(token))).toEqual(token);
    expect(deviceToken(token).length).toBeLessThan(1024);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['without a credential', `${userId}..${secret}`],
    ['of a credential too long for a key', `${userId}.${'x'.repeat(685)}.${secret}`],
    ['of a credential that is not base64url', `${userId}.a+b.${secret}`],
    ['of a user who is none', `usr_.credential.${secret}`],
    ['of a short secret', `${userId}.credential.${secret.slice(1)}`],
    ['one part too long', `${deviceToken(token)}.x`],
  ])('is nothing when %s', (_, wrong) => {
    expect(parseDeviceToken(wrong)).toBeUndefined();
  });
});

describe('what the cookie of a known browser carries', () => {
  const newToken = () => ({
    userId: newUserId(),
    browserId: browserIdOf(newSessionId()),
    secret: newSecret(),
  });
  const tokensIn = (cookie: string) => /^__Host-browser=([^;]*);/.exec(cookie)?.[1] ?? '';
  const jar = (value: string) => ({ [BROWSER_COOKIE]: value });

  it('is a token for each of the last six users, and the newest of each', () => {
    const tokens = Array.from({ length: 8 }, newToken);
    let value = '';
    for (const token of tokens) value = tokensIn(browserCookie(jar(value), token.userId, token));
    expect(parseBrowserTokens(value)).toEqual(tokens.toReversed().slice(0, 6));
    expect(value.length).toBeLessThan(700);

    const again = { ...newToken(), userId: tokens[4]?.userId ?? newUserId() };
    value = tokensIn(browserCookie(jar(value), again.userId, again));
    expect(parseBrowserTokens(value).map(({ userId }) => userId)).toEqual(
      [4, 7, 6, 5, 3, 2].map((at) => tokens[at]?.userId),
    );
    expect(browserTokenOf(jar(value), again.userId)).toEqual(again);
  });

  it('is gone with the last of them', () => {
    const token = newToken();
    const value = tokensIn(browserCookie({}, token.userId, token));
    expect(browserCookie(jar(value), newUserId(), undefined)).toContain(value);
    expect(browserCookie(jar(value), token.userId, undefined)).toContain('Max-Age=0');
  });

  it('is nothing that has not its form, beside what has', () => {
    const { userId, browserId, secret } = newToken();
    const text = `${userId}.${browserId}.${secret}`;
    for (const wrong of ['', 'A'.repeat(43), `${text}x`, `${text}.x`, `${browserId}.${userId}.${secret}`]) {
      expect(parseBrowserTokens(wrong)).toEqual([]);
      expect(parseBrowserTokens(`${wrong}~${text}`)).toEqual([{ userId, browserId, secret }]);
    }
    expect(parseBrowserTokens(undefined)).toEqual([]);
  });
});
