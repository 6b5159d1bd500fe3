/** Each route is called by everybody whom it is not for: with every cookie but the one that it asks for. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Auth, ROUTE_NAMES, ROUTES, type Route } from '../../shared/routes.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const COOKIES = ['__Host-session', '__Host-signin', '__Host-device', '__Host-browser'] as const;

/** Which cookies make somebody a caller of a route; of none where anybody may call. */
const KEYS: Record<Auth, readonly string[]> = {
  open: [],
  any: [],
  // Who has no session is nobody, and reads as such.
  reader: [],
  signin: ['__Host-signin'],
  user: ['__Host-session'],
  fresh: ['__Host-session'],
  phone: ['__Host-device'],
  'user or phone': ['__Host-session', '__Host-device'],
  'fresh or phone': ['__Host-session', '__Host-device'],
};

/** Signed in just now, waiting for a second sign-in, a known browser, and an enrolled phone. */
async function newEverybody(): Promise<Browser> {
  const { browser, phone, username } = await newPerson(nod);
  await browser.succeed('login-start', { body: { username } });
  for (const [name, value] of phone.cookies) browser.cookies.set(name, value);
  expect([...browser.cookies.keys()].sort()).toEqual([...COOKIES].sort());
  return browser;
}

let everybody: Browser;
beforeAll(async () => {
  everybody = await newEverybody();
});

const params = new Proxy<Record<string, string>>({}, { get: () => 'x' });
const kept = ROUTE_NAMES.filter((name) => KEYS[ROUTES[name].auth].length > 0);

describe.each(kept)('%s', (name) => {
  const { auth, method, bytes }: Route = ROUTES[name];
  const keys = KEYS[auth];
  // What is no JSON is refused by its kind before it is asked who calls.
  const headers = bytes === undefined ? {} : { headers: { 'content-type': `${bytes.type}x` } };
  const call = (caller: Browser) =>
    caller.call(name, { params, ...(method === 'GET' ? {} : { rawBody: '{}' }), ...headers });

  it('is for nobody without a cookie, and for no other cookie than its own', () =>
    unchanged(nod, async () => {
      const others = everybody.copy();
      for (const key of keys) others.cookies.delete(key);
      // Whoever is a waiting browser is not signed in by calling itself so, and the other way round.
      const forged = others.copy();
      for (const key of keys) {
        const [other] = COOKIES.filter((cookie) => !keys.includes(cookie));
        forged.cookies.set(key, everybody.cookies.get(other ?? '') ?? '');
      }
      for (const caller of [new Browser(nod), others, forged]) {
        const reply = await call(caller);
        expect(reply.status).toBe(401);
        expect(reply.headers.getSetCookie()).toEqual([]);
      }
    }));

  it('is for its own cookie', async () => {
    const reply = await call(await newEverybody());
    // What it makes of nonsense is another matter: it has let its caller in.
    expect(reply.status).not.toBe(401);
  });
});
