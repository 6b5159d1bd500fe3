import { expect, it } from 'vitest';
import { newUserId } from '../../../shared/ids.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { digest, newSecret } from '../../../shared/secrets.ts';
import {
  KNOWN_BROWSER_SECONDS,
  type KnownBrowser,
  knownBrowser,
  MOST_KNOWN_BROWSERS,
  surplus,
} from '../../../shared/sessions/known-browser.ts';
import { knownBrowserStore } from '../../../shared/sessions/known-browser-store.ts';
import { active, DEVICE } from '../../support/sessions.ts';
import { tables } from '../../support/tables.ts';

const { db, rows } = tables();
const browsers = knownBrowserStore(db);
const T0 = new Date('2036-11-22T10:00:00.000Z');
const at = (seconds: number) => secondsAfter(T0, seconds);

/** A mark that is stored, and the token that its browser shows. */
async function remembered(userId = newUserId(), before?: KnownBrowser) {
  const secret = newSecret();
  const mark = knownBrowser({ ...active(T0), userId }, digest(secret), before, T0);
  await db.write(browsers.remember(mark));
  return { userId, mark, token: { browserId: mark.id, secret } };
}

it('knows a browser by its token, for the user who signed in there, until that is long ago', async () => {
  const { userId, mark, token } = await remembered();
  const knows = async (...[by, now = T0, user = userId]: [typeof token?, Date?, typeof userId?]) =>
    (await browsers.byToken(user, by, {}, now))?.id;
  expect(await knows(token)).toBe(mark.id);
  expect(await knows({ ...token, secret: newSecret() })).toBeUndefined();
  expect(await knows({ ...token, secret: '' })).toBeUndefined();
  expect(await knows()).toBeUndefined();
  expect(await knows(token, T0, newUserId())).toBeUndefined();
  expect(await knows(token, at(KNOWN_BROWSER_SECONDS - 0.001))).toBe(mark.id);
  expect(await knows(token, at(KNOWN_BROWSER_SECONDS))).toBeUndefined();
});

it('knows none from before a recovery', async () => {
  const { userId, mark, token } = await remembered();
  expect((await browsers.byToken(userId, token, { recoveredAt: at(-0.001) }, T0))?.id).toBe(mark.id);
  expect(await browsers.byToken(userId, token, { recoveredAt: T0 }, T0)).toBeUndefined();
});

it('says who made the mark, and keeps only a digest of its secret', async () => {
  const { userId, mark, token } = await remembered();
  const [stored] = await browsers.ofUser(userId);
  expect(stored).toEqual(mark);
  expect(stored).toMatchObject({ sessionId: expect.stringMatching(/^ses_/), approvedBy: DEVICE.id });
  expect(JSON.stringify(await rows())).not.toContain(token.secret);
});

it('holds a start to the very mark that it came with', async () => {
  const { mark } = await remembered();
  await db.write(browsers.stillKnown(mark));
  await db.write(browsers.renew({ ...mark, secretHash: digest('another') }));
  await expect(db.write(browsers.stillKnown(mark))).rejects.toMatchObject({ failed: [true] });
  await db.write(browsers.forget(mark));
  await db.write(browsers.forget(mark));
  await expect(db.write(browsers.renew(mark))).rejects.toMatchObject({ failed: [true] });
});

it('lets those go that signed in longest ago', () => {
  const all = Array.from({ length: MOST_KNOWN_BROWSERS + 3 }, (_, index) =>
    knownBrowser(active(T0), 'a digest', undefined, at(-index)),
  );
  expect(surplus(all)).toEqual(all.slice(MOST_KNOWN_BROWSERS - 1));
  expect(surplus(all.slice(0, MOST_KNOWN_BROWSERS - 1))).toEqual([]);
});
