/** What is absent in another spelling is absent all the same: browsers write it as null, or as an empty text. */
import { describe, expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { foundSignIn, newPerson, newUsername, Phone, readyToEnrol } from '../support/people.ts';

const nod = startNod();

const nulls = { authenticatorAttachment: null, clientExtensionResults: null };

describe('a phone', () => {
  it.each([null, undefined, ''])(
    'approves that names nobody as its user, spelt %j',
    async (userHandle) => {
      const { phone, params, publicKey, browser } = await foundSignIn(nod);
      const signed = phone.authenticator.get(publicKey);
      const { userHandle: _, ...response } = signed.response;
      const assertion = {
        ...signed,
        ...nulls,
        response: userHandle === undefined ? response : { ...response, userHandle },
      };
      const body = { decision: 'approve', lifetime: '24h', assertion } as never;
      expect((await phone.call('approval-answer', { params, body })).status).toBe(200);
      expect((await browser.succeed('status')).status).toBe('approved');
    },
    90_000,
  );

  it('approves nobody else’s sign-in by naming nobody', async () => {
    const { params, publicKey } = await foundSignIn(nod);
    const { phone: stranger } = await newPerson(nod);
    const signed = stranger.authenticator.get(publicKey);
    const assertion = { ...signed, response: { ...signed.response, userHandle: '' } };
    const body = { decision: 'approve', lifetime: '24h', assertion } as const;
    expect((await stranger.call('approval-answer', { params, body })).status).toBe(404);
  });

  it('enrols without transports, extensions or an attachment', async () => {
    const [browser, phone, username] = [new Browser(nod), new Phone(nod), newUsername()];
    const { enrolUrl } = await browser.succeed('register', { body: { username } });
    const { credential, ...ready } = await readyToEnrol(phone, enrolUrl);
    const response = { ...credential.response, transports: null };
    const body = { ...ready, credential: { ...credential, ...nulls, response } } as never;
    expect((await phone.call('device-enrol', { body })).status).toBe(201);
  });
});
