/** A credential's id may have 1 023 bytes (WebAuthn Level 3 §7.1), which is more than the key of a row holds. */
import { describe, expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newUsername, Phone, readyToEnrol, signIn, signInByPasskey } from '../support/people.ts';

const nod = startNod();

async function registered(phone: Phone) {
  const [browser, username] = [new Browser(nod), newUsername()];
  const { enrolUrl } = await browser.succeed('register', { body: { username } });
  return { browser, username, ready: await readyToEnrol(phone, enrolUrl) };
}

describe('a phone', () => {
  it.each([16, 512, 513, 1023])(
    'with an id of %i bytes does what every phone does',
    async (bytes) => {
      const phone = new Phone(nod, bytes);
      const { browser, username, ready } = await registered(phone);
      const { device } = await phone.succeed('device-enrol', { body: ready });
      await browser.succeed('login-complete');
      const second = await signIn(nod, { username, phone });
      await signInByPasskey(new Browser(nod), phone);
      phone.cookies.delete('__Host-device');
      await phone.resume();
      const params = { deviceId: device.id };
      const { device: renamed } = await phone.succeed('device-rename', { params, body: { name: 'Mine' } });
      expect(renamed).toMatchObject({ id: device.id, name: 'Mine', current: true });
      const sessionId = (await second.succeed('me')).session.id;
      const receipt = await browser.succeed('receipt', { params: { sessionId } });
      expect(receipt.device.credentialId).toBe(phone.authenticator.credentialId);
      const another = new Phone(nod, bytes);
      await another.enrol((await browser.succeed('device-invite')).enrolUrl);
      const { status } = await phone.succeed('device-remove', { params, query: { sessions: 'end' } });
      expect(status).toBe('removed');
      expect(phone.cookies.has('__Host-device')).toBe(false);
      expect((await another.succeed('devices')).items).toHaveLength(1);
    },
    90_000,
  );

  it('with a longer one is refused', async () => {
    const phone = new Phone(nod, 1024);
    const { ready } = await registered(phone);
    expect((await phone.call('device-enrol', { body: ready })).status).toBe(400);
  });
});
