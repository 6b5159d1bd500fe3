import { createECDH, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pushSubscribe } from '../../functions/push-subscribe.ts';
import { pushStore } from '../../shared/push/push-store.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const newKeys = () => ({
  p256dh: createECDH('prime256v1').generateKeys('base64url'),
  auth: randomBytes(16).toString('base64url'),
});
const subscription = () => ({
  endpoint: `https://push.example.com/send/${randomBytes(8).toString('base64url')}`,
  keys: newKeys(),
});

const rowOf = async (credentialId: string) =>
  (await nod.rows()).Users.find(({ sk }) => sk === `device#${credentialId}`);

describe('a phone', () => {
  it('subscribes to be rung, again elsewhere, and not any more', async () => {
    const { phone, browser } = await newPerson(nod);
    const { credentialId } = phone.authenticator;
    const before = await phone.succeed('push-key');
    expect(before).toEqual({ publicKey: expect.stringMatching(/^B[A-Za-z0-9_-]{86}$/), subscribed: false });

    for (const body of [subscription(), subscription()]) {
      expect(await phone.succeed('push-subscribe', { body })).toEqual({ subscribed: true });
      expect((await rowOf(credentialId))?.push).toEqual(body);
    }
    expect(await phone.succeed('push-key')).toEqual({ ...before, subscribed: true });
    expect((await browser.succeed('devices')).items).toMatchObject([{ rings: true }]);

    for (let repeat = 0; repeat < 2; repeat++) {
      expect(await phone.succeed('push-unsubscribe')).toEqual({ subscribed: false });
    }
    expect(await phone.succeed('push-key')).toEqual(before);
    expect((await browser.succeed('devices')).items).toMatchObject([{ rings: false }]);
  });

  it('says what it is told in, and where it says nothing, what stands stays', async () => {
    const { phone, browser } = await newPerson(nod);
    const { credentialId } = phone.authenticator;
    const [first, renewed, last] = [subscription(), subscription(), subscription()];
    await phone.succeed('push-subscribe', { body: first });
    expect(await rowOf(credentialId)).not.toHaveProperty('language');
    await phone.succeed('push-subscribe', { body: { ...first, language: 'pt-BR' } });
    expect(await rowOf(credentialId)).toMatchObject({ push: first, language: 'pt-BR' });
    await phone.succeed('push-subscribe', { body: renewed });
    await browser.call('language-set', { body: { language: 'ja' } });
    expect(await rowOf(credentialId)).toMatchObject({ push: renewed, language: 'pt-BR' });
    await phone.succeed('push-unsubscribe');
    await phone.succeed('push-subscribe', { body: { ...last, language: 'fr' } });
    const row = await rowOf(credentialId);
    expect([row?.push, row?.language]).toEqual([last, 'fr']);
  });

  it.each(['tlh', 'EN', '', ['de'], null])('is told nothing in %j', async (language) => {
    const { phone } = await newPerson(nod);
    const rawBody = JSON.stringify({ ...subscription(), language });
    await unchanged(nod, async () => {
      const { status, problem } = await phone.call('push-subscribe', { rawBody });
      expect([status, problem.field]).toEqual([400, 'language']);
    });
  });

  it('is asked for by its own cookie only', async () => {
    const { browser } = await newPerson(nod);
    await unchanged(nod, async () => {
      for (const caller of [browser, new Browser(nod)]) {
        expect((await caller.call('push-key')).status).toBe(401);
        expect((await caller.call('push-unsubscribe')).status).toBe(401);
        const body = { ...subscription(), language: 'ja' } as const;
        expect((await caller.call('push-subscribe', { body })).status).toBe(401);
      }
    });
  });

  it.each([
    'http://localhost:3000/x',
    'https://127.0.0.1/x',
    'https://169.254.169.254/latest/meta-data/iam/',
    'https://[::ffff:169.254.169.254]/x',
    'https://metadata.google.internal/x',
    'https://localhost/x',
    'https://printer.local/x',
    'https://push.example.com:22/x',
    'https://a:b@push.example.com/x',
    'gopher://push.example.com/x',
  ])('cannot be rung at %s', async (endpoint) => {
    const { phone } = await newPerson(nod);
    await unchanged(nod, async () => {
      const { status, problem } = await phone.call('push-subscribe', {
        body: { endpoint, keys: newKeys() },
      });
      expect([status, problem.code, problem.field]).toEqual([400, 'endpoint_refused', 'endpoint']);
    });
  });

  it('cannot be rung where a public name leads inside', async () => {
    const { phone } = await newPerson(nod);
    const row = await rowOf(phone.authenticator.credentialId);
    const device = { userId: row?.pk, credentialId: phone.authenticator.credentialId };
    const subscribe = (address: string) =>
      pushSubscribe(nod.db, pushStore(nod.db), async () => [{ address, family: 4 }]).handle({
        body: subscription(),
        caller: { kind: 'phone', device },
      } as never);
    await unchanged(nod, () =>
      expect(subscribe('10.0.0.7')).rejects.toMatchObject({ code: 'endpoint_refused' }),
    );
    expect((await subscribe('142.250.184.10')).status).toBe(200);
  });

  it.each([
    ['keys.p256dh', { ...newKeys(), p256dh: `B${'A'.repeat(86)}` }],
    ['keys.p256dh', { ...newKeys(), p256dh: 'short' }],
    ['keys.auth', { ...newKeys(), auth: 'short' }],
    ['keys.auth', { p256dh: newKeys().p256dh }],
  ])('cannot be rung with bad %s', async (field, keys) => {
    const { phone } = await newPerson(nod);
    const rawBody = JSON.stringify({ ...subscription(), keys });
    await unchanged(nod, async () => {
      const { status, problem } = await phone.call('push-subscribe', { rawBody });
      expect([status, problem.field]).toEqual([400, field]);
    });
  });
});
