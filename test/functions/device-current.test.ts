import { expect, it } from 'vitest';
import { DEVICE_COOKIE } from '../../shared/http/cookies.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, newPerson } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

it('a phone is told which it is, also when its browser is signed in', async () => {
  const { browser, phone } = await newPerson(nod);
  const [listed] = (await browser.succeed('devices')).items;
  const expected = { status: 'enrolled', device: { ...listed, current: true } };
  await unchanged(nod, async () => {
    expect(await phone.succeed('device-current')).toEqual(expected);
    for (const [name, value] of browser.cookies) phone.cookies.set(name, value);
    expect(await phone.succeed('device-current')).toEqual(expected);
  });
});

it('a phone is told, if it asks, how many wait for it and whether it is the only way in', async () => {
  const { username, browser, phone } = await newPerson(nod);
  const ask = () => phone.succeed('device-current', { query: { details: '1' } });
  expect(await ask()).toMatchObject({ status: 'enrolled', waiting: 0, onlyWayIn: true });
  // A known browser rings; a stranger's is in no badge.
  await browser.copy().succeed('login-start', { body: { username } });
  await new Browser(nod).succeed('login-start', { body: { username } });
  await addPhone(nod, browser);
  expect(await ask()).toMatchObject({ waiting: 1, onlyWayIn: false });
});

it('whoever is none is told so, and that is no error', async () => {
  const { browser } = await newPerson(nod);
  expect(await new Browser(nod).succeed('device-current')).toEqual({ status: 'none' });
  expect(await browser.succeed('device-current')).toEqual({ status: 'none' });
  for (const cookie of ['', 'x', 'v1.a.b.c', '%E0']) {
    const other = new Browser(nod);
    other.cookies.set(DEVICE_COOKIE, cookie);
    expect([cookie, await other.succeed('device-current')]).toEqual([cookie, { status: 'none' }]);
  }
});

it('a phone that was removed is none', async () => {
  const { browser } = await newPerson(nod);
  const second = await addPhone(nod, browser);
  expect(await second.succeed('device-current')).toMatchObject({ status: 'enrolled' });
  await browser.succeed('device-remove', { params: { deviceId: second.deviceId } });
  expect(await second.succeed('device-current')).toEqual({ status: 'none' });
});

it('a cookie with another secret is refused, so that it is noted', async () => {
  const { phone } = await newPerson(nod);
  const token = phone.cookies.get(DEVICE_COOKIE) ?? '';
  const last = token.endsWith('A') ? 'B' : 'A';
  phone.cookies.set(DEVICE_COOKIE, token.slice(0, -3) + last + token.slice(-2));
  const { status, problem } = await phone.call('device-current');
  expect([status, problem.code]).toEqual([401, 'not_a_phone']);
});
