import { describe, expect, it } from 'vitest';
import { credentialKeyIn, deviceIdOf, isDeviceId } from '../../shared/devices/device.ts';
import { isSessionId, isTicketId, isUserId, newSessionId, newTicketId, newUserId } from '../../shared/ids.ts';

describe.each([
  ['usr_', newUserId, isUserId],
  ['ses_', newSessionId, isSessionId],
  ['tic_', newTicketId, isTicketId],
] as const)('an id with %s', (prefix, draw, is) => {
  it('has 128 random bits, and is none of the others', () => {
    const ids = Array.from({ length: 100 }, draw);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) {
      expect(Buffer.from(id.slice(prefix.length), 'base64url')).toHaveLength(16);
      expect([isUserId, isSessionId, isTicketId].filter((check) => check(id))).toEqual([is]);
    }
  });

  it.each([
    '',
    'x',
    '0123456789012345678901x',
    '012345678901234567890#',
    '012345678901234567890\n',
    '012345678901234567890.',
  ])('is not %j', (text) => {
    expect(is(prefix + text)).toBe(false);
    expect(is(text)).toBe(false);
  });
});

it('names a device by its credential', () => {
  const id = deviceIdOf({ credentialId: 'ab-_9' });
  expect(id).toBe('dev_ab-_9');
  expect(credentialKeyIn(id)).toBe('ab-_9');
  expect(isDeviceId(id)).toBe(true);
  for (const wrong of ['dev_', 'dev_a+b', 'ses_ab', `dev_${'x'.repeat(685)}`])
    expect(isDeviceId(wrong)).toBe(false);
  // 1 023 bytes (WebAuthn Level 3 §7.1) are more than a key holds.
  const long = deviceIdOf({ credentialId: 'x'.repeat(1364) });
  expect(isDeviceId(long)).toBe(true);
  expect(long.length).toBe(47);
  expect(deviceIdOf({ credentialId: credentialKeyIn(long) })).toBe(long);
});
