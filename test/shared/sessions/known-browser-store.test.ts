import { expect, it } from 'vitest';
import { newUserId } from '../../../shared/ids.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { newSecret } from '../../../shared/secrets.ts';
import { KNOWN_BROWSER_SECONDS, knownBrowserStore } from '../../../shared/sessions/known-browser-store.ts';
import { tables } from '../../support/tables.ts';

const { db, rows } = tables();
const browsers = knownBrowserStore(db);
const T0 = new Date('2036-11-22T10:00:00.000Z');

it('knows a browser by its mark, for the user who approved it, until that is long ago', async () => {
  const [userId, browserToken] = [newUserId(), newSecret()];
  await db.write(browsers.remember(userId, browserToken, T0));
  expect(await browsers.knows(userId, browserToken, T0)).toBe(true);
  expect(await browsers.knows(userId, newSecret(), T0)).toBe(false);
  expect(await browsers.knows(userId, 'none', T0)).toBe(false);
  expect(await browsers.knows(newUserId(), browserToken, T0)).toBe(false);
  expect(await browsers.knows(userId, browserToken, secondsAfter(T0, KNOWN_BROWSER_SECONDS - 0.001))).toBe(
    true,
  );
  expect(await browsers.knows(userId, browserToken, secondsAfter(T0, KNOWN_BROWSER_SECONDS))).toBe(false);
});

it('is remembered anew with every sign-in', async () => {
  const [userId, browserToken] = [newUserId(), newSecret()];
  await db.write(browsers.remember(userId, browserToken, T0));
  await db.write(browsers.remember(userId, browserToken, secondsAfter(T0, 100)));
  expect(await browsers.knows(userId, browserToken, secondsAfter(T0, KNOWN_BROWSER_SECONDS + 99))).toBe(true);
});

it('keeps only a digest of the mark', async () => {
  const browserToken = newSecret();
  await db.write(browsers.remember(newUserId(), browserToken, T0));
  expect(JSON.stringify(await rows())).not.toContain(browserToken);
});
