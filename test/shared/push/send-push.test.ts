import type { LookupFunction } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newSessionId } from '../../../shared/ids.ts';
import { publicLookup } from '../../../shared/push/lookup.ts';
import { type Push, sendPush } from '../../../shared/push/send-push.ts';
import { newSecret } from '../../../shared/secrets.ts';
import { type PushAnswer, type PushService, startPushService } from '../../support/push-service.ts';

const sessionId = newSessionId();
const push: Push = {
  notice: {
    title: 'Firefox 143 on Windows asks to sign in',
    body: 'Lisbon, Portugal.',
    tag: 'request',
    path: `/phone#request=${sessionId}`,
    lang: 'en',
    dir: 'ltr',
  },
  ttlSeconds: 77,
  urgency: 'high',
  topic: sessionId,
};

let service: PushService;
const warnings: string[] = [];

beforeEach(async () => {
  service = await startPushService();
  vi.stubEnv('KEY_SECRET', newSecret());
  vi.stubEnv('SITE_ORIGIN', 'https://nod.example.com');
  vi.stubEnv('LOCAL_PUSH_ORIGIN', service.origin);
  warnings.length = 0;
  vi.spyOn(console, 'warn').mockImplementation((line) => void warnings.push(String(line)));
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await service.stop();
});

describe('a push', () => {
  it('arrives sealed, signed, and with what a push service must know', async () => {
    expect(await sendPush(service.subscribe(), push)).toBe('sent');
    const [arrival] = service.arrivals;
    expect(arrival).toMatchObject({ notice: push.notice, ttl: 77, urgency: 'high', topic: sessionId });
    expect(arrival?.sender).toMatchObject({ aud: service.origin, sub: 'https://nod.example.com' });
    expect(arrival?.raw).not.toContain('Firefox');
    expect(arrival?.raw).not.toContain('Lisbon');
    expect(warnings).toEqual([]);
  });

  it.each<[PushAnswer, string]>([
    [{ status: 200 }, 'sent'],
    [{ status: 202 }, 'sent'],
    [{ status: 404 }, 'gone'],
    [{ status: 410 }, 'gone'],
    [{ status: 400 }, 'refused'],
    [{ status: 403 }, 'refused'],
    [{ status: 413 }, 'refused'],
    [{ status: 429 }, 'failed'],
    [{ status: 500 }, 'failed'],
    [{ status: 503 }, 'failed'],
    [{ silentMs: 200 }, 'failed'],
    [{ silentMs: 60_000 }, 'failed'],
    ['endless', 'sent'],
  ])('that is answered with %j is %s', async (answer, outcome) => {
    const subscription = service.subscribe();
    service.answer(subscription, answer);
    expect(await sendPush(subscription, push)).toBe(outcome);
  });

  it.each([301, 302, 303, 307, 308])('is not led elsewhere by a %i', async (status) => {
    const [subscription, elsewhere] = [service.subscribe(), service.subscribe()];
    service.answer(subscription, { status, location: elsewhere.endpoint });
    expect(await sendPush(subscription, push)).toBe('refused');
    expect(service.requests).toEqual([subscription.endpoint]);
  });

  it('goes nowhere where nobody listens, and says so without the secret of the address', async () => {
    const subscription = service.subscribe();
    await service.stop();
    expect(await sendPush(subscription, push)).toBe('failed');
    const secret = subscription.endpoint.split('/').at(-1) ?? '';
    expect(warnings.join()).toContain(new URL(subscription.endpoint).host);
    expect(warnings.join()).not.toContain(secret);
    service = await startPushService();
  });
});

describe('what the address may be, is asked again when it is used', () => {
  const subscriptionAt = (endpoint: string) => ({ ...service.subscribe(), endpoint });

  it.each(['http://localhost:1/x', 'https://169.254.169.254/x', 'https://localhost/x', 'not an address'])(
    'refuses %s',
    async (endpoint) => {
      expect(await sendPush(subscriptionAt(endpoint), push)).toBe('refused');
    },
  );

  it('refuses a name that has come to lead inside', async () => {
    const lookup = publicLookup(async () => [{ address: '127.0.0.1', family: 4 }]);
    expect(await sendPush(subscriptionAt('https://push.example.com/secret-part'), push, lookup)).toBe(
      'refused',
    );
    expect(warnings.join()).toContain('push.example.com');
    expect(warnings.join()).not.toContain('secret-part');
  });

  it('connects to the very address that was looked at', async () => {
    const asked: string[] = [];
    // Nothing listens on the port of https here: what matters is that nobody else was asked for the address.
    const lookup: LookupFunction = (hostname, options, callback) => {
      asked.push(hostname);
      options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4);
    };
    expect(await sendPush(subscriptionAt('https://push.example.com/x'), push, lookup)).toBe('failed');
    expect(asked).toEqual(['push.example.com']);
    expect(warnings.join()).toContain('ECONNREFUSED');
    expect(warnings.join(), 'any function may have sent it').not.toContain('trigger');
  });
});
