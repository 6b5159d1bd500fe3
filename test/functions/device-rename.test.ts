import { expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

it('a phone gets another name, from the browser and from the phone itself', async () => {
  const { browser, phone } = await newPerson(nod);
  const params = { deviceId: phone.deviceId };
  const [before] = (await browser.succeed('devices')).items;
  const renamed = await browser.succeed('device-rename', { params, body: { name: '  Susan’s phone ' } });
  expect(renamed.device).toEqual({ ...before, name: 'Susan’s phone' });
  const own = await phone.succeed('device-rename', { params, body: { name: 'Mine' } });
  expect(own.device).toEqual({ ...before, name: 'Mine', current: true });
  expect((await browser.succeed('devices')).items).toEqual([{ ...before, name: 'Mine' }]);
});

it.each([
  ['', 'name'],
  ['x'.repeat(41), 'name'],
  ['two\nlines', 'name'],
])('is not called %j', async (name, field) => {
  const { browser, phone } = await newPerson(nod);
  await unchanged(nod, async () => {
    const params = { deviceId: phone.deviceId };
    const { status, problem } = await browser.call('device-rename', { params, body: { name } });
    expect([status, problem.code, problem.field]).toEqual([400, 'invalid_input', field]);
  });
});

it('is nobody else’s to name, and none that is not there gets one', async () => {
  const { browser, phone } = await newPerson(nod);
  const { phone: strangers } = await newPerson(nod);
  await unchanged(nod, async () => {
    const body = { name: 'Stolen' };
    for (const deviceId of [strangers.deviceId, 'dev_none', 'user', '../user', `${phone.deviceId}x`]) {
      const { status, problem } = await browser.call('device-rename', { params: { deviceId }, body });
      expect([deviceId, status, problem.code]).toEqual([deviceId, 404, 'not_found']);
    }
    const nobody = await new Browser(nod).call('device-rename', {
      params: { deviceId: phone.deviceId },
      body,
    });
    expect([nobody.status, nobody.problem.code]).toEqual([401, 'not_a_phone']);
  });
});
