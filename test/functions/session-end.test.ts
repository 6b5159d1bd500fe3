import { describe, expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';

const nod = startNod();

async function twoBrowsers() {
  const person = await newPerson(nod);
  const other = await signIn(nod, person);
  const idOf = async (browser: Browser) => (await browser.succeed('me')).session.id;
  return { ...person, other, ids: { browser: await idOf(person.browser), other: await idOf(other) } };
}

describe('sessions', () => {
  it('lists the live ones, with this one marked', async () => {
    const { browser, phone, ids } = await twoBrowsers();
    await new Browser(nod).succeed('login-start', { body: { username: 'nobody_here' } });
    const { items, next } = await browser.succeed('sessions');
    expect(next).toBeNull();
    expect(items.map(({ id }) => id).sort()).toEqual(Object.values(ids).sort());
    expect(items.find(({ current }) => current)?.id).toBe(ids.browser);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(
      [
        ...['browser', 'createdAt', 'current', 'device', 'expiresAt', 'id', 'lastActiveAt', 'lifetime'],
        ...['lifetimeEndsAt', 'os', 'place'],
      ].sort(),
    );
    expect((await phone.succeed('sessions')).items.some(({ current }) => current)).toBe(false);
  });
});

describe('a browser that is a phone, too', () => {
  it('is asked as the phone once its session is over', async () => {
    const { browser, phone } = await newPerson(nod);
    for (const [name, value] of phone.cookies) browser.cookies.set(name, value);
    await phone.succeed('sessions-end');
    expect((await browser.call('sessions')).status).toBe(200);
    expect((await browser.call('me')).status).toBe(401);
    browser.cookies.delete('__Host-device');
    expect((await browser.call('sessions')).problem).toMatchObject({ status: 401, reason: 'phone' });
  });
});

describe('session-end', () => {
  it('ends another browser, which sees the reason', async () => {
    const { browser, other, ids } = await twoBrowsers();
    await browser.succeed('session-end', { params: { sessionId: ids.other } });
    expect(await other.succeed('status')).toMatchObject({ status: 'closed', reason: 'elsewhere' });
    expect((await other.call('me')).problem).toMatchObject({ status: 401, reason: 'elsewhere' });
    expect((await browser.succeed('status')).status).toBe('active');
    expect((await browser.call('session-end', { params: { sessionId: ids.other } })).status).toBe(410);
  });

  it('ends what has taken its place by a step-up, and never who asks', async () => {
    const { username, phone, browser, other, ids } = await twoBrowsers();
    for (const one of [other, browser]) {
      const { number } = await one.succeed('login-start', { body: { username, act: 'add_phone' } });
      await phone.approve(number);
      await one.succeed('login-complete');
    }
    await browser.succeed('session-end', { params: { sessionId: ids.other } });
    expect(await other.succeed('status')).toMatchObject({ status: 'closed', reason: 'elsewhere' });
    expect((await browser.call('session-end', { params: { sessionId: ids.browser } })).status).toBe(410);
    expect((await browser.succeed('status')).status).toBe('active');
    await phone.succeed('session-end', { params: { sessionId: ids.browser } });
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'phone' });
  });

  it('ends a browser that completes a step-up at that very moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { username, phone, browser, other, ids } = await twoBrowsers();
      const { number } = await other.succeed('login-start', { body: { username, act: 'add_phone' } });
      await phone.approve(number);
      const [, ended] = await Promise.all([
        other.call('login-complete'),
        browser.call('session-end', { params: { sessionId: ids.other } }),
      ]);
      expect(ended.status).toBe(200);
      expect((await other.call('me')).status).toBe(401);
    }
  });

  it('ends this browser, which loses its cookie', async () => {
    const { browser, ids } = await twoBrowsers();
    const copy = browser.copy();
    await browser.succeed('session-end', { params: { sessionId: ids.browser } });
    expect(browser.cookies.has('__Host-session')).toBe(false);
    expect(await copy.succeed('status')).toMatchObject({ status: 'closed', reason: 'here' });
  });

  it('answers 404 to what is no session', async () => {
    const { browser } = await newPerson(nod);
    for (const sessionId of ['x', 'ses_', '..', 'session#', '__proto__']) {
      expect((await browser.call('session-end', { params: { sessionId } })).status).toBe(404);
    }
  });
});

describe('sessions-end', () => {
  it('ends all others, from the browser', async () => {
    const { browser, other } = await twoBrowsers();
    expect(await browser.succeed('sessions-end')).toEqual({ ended: 1 });
    expect((await browser.succeed('status')).status).toBe('active');
    expect(await other.succeed('status')).toMatchObject({ status: 'closed', reason: 'elsewhere' });
  });

  it('ends all, from the phone, and signing in works again at once', async () => {
    const person = await twoBrowsers();
    expect(await person.phone.succeed('sessions-end')).toEqual({ ended: 2 });
    for (const browser of [person.browser, person.other]) {
      expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'phone' });
    }
    const again = await signIn(nod, person);
    expect((await again.succeed('status')).status).toBe('active');
  });
});

describe('logout', () => {
  it('ends the session and takes the cookie', async () => {
    const { browser } = await newPerson(nod);
    const copy = browser.copy();
    expect(await browser.succeed('logout')).toEqual({ status: 'closed' });
    expect(browser.cookies.has('__Host-session')).toBe(false);
    expect(await copy.succeed('status')).toMatchObject({ status: 'closed', reason: 'here' });
    expect((await copy.call('logout')).status).toBe(401);
  });
});
