import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  approvalChallenge,
  challengeNamedBy,
  isCrossOrigin,
  newNonce,
} from '../../../shared/devices/challenge.ts';
import type { Assertion } from '../../../shared/devices/device-schemas.ts';

const STATEMENT = {
  nonce: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
  userId: 'usr_AAAAAAAAAAAAAAAAAAAAAA',
  sessionId: 'ses_BBBBBBBBBBBBBBBBBBBBBA',
  number: '012345',
} as const;

describe('the challenge of an approval', () => {
  it('is SHA-256 of the canonical statement', () => {
    const canonical =
      '{"action":"approve","nonce":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8","number":"012345",' +
      '"sessionId":"ses_BBBBBBBBBBBBBBBBBBBBBA","userId":"usr_AAAAAAAAAAAAAAAAAAAAAA"}';
    const expected = createHash('sha256').update(canonical).digest('base64url');
    expect(approvalChallenge(STATEMENT)).toBe(expected);
  });

  it('does not depend on the order or on what else the row holds', () => {
    const { nonce, userId, sessionId, number } = STATEMENT;
    const row = { number, deviceId: 'dev_x', endsAt: new Date(), sessionId, userId, nonce };
    expect(approvalChallenge(row)).toBe(approvalChallenge(STATEMENT));
  });

  it.each([
    { nonce: newNonce() },
    { userId: 'usr_AAAAAAAAAAAAAAAAAAAAAQ' },
    { sessionId: 'ses_BBBBBBBBBBBBBBBBBBBBBQ' },
    { number: '012346' },
  ] as const)('is another for %o', (other) => {
    expect(approvalChallenge({ ...STATEMENT, ...other })).not.toBe(approvalChallenge(STATEMENT));
  });
});

it('draws nonces of 32 random bytes', () => {
  const nonces = Array.from({ length: 100 }, newNonce);
  for (const nonce of nonces) expect(Buffer.from(nonce, 'base64url')).toHaveLength(32);
  expect(new Set(nonces).size).toBe(100);
});

describe('client data', () => {
  const signed = (text: string) =>
    ({ response: { clientDataJSON: Buffer.from(text).toString('base64url') } }) as Assertion;
  const challenge = newNonce();

  it.each([
    ['names its challenge', JSON.stringify({ challenge }), challenge],
    ['without one', JSON.stringify({ type: 'webauthn.get' }), undefined],
    ['with a number for one', JSON.stringify({ challenge: 42 }), undefined],
    ['with a key of another kind in it', JSON.stringify({ challenge: `#${challenge.slice(1)}` }), undefined],
    ['with one of another length', JSON.stringify({ challenge: `${challenge}A` }), undefined],
    ['that is null', 'null', undefined],
    ['that is a text', '"challenge"', undefined],
    ['that is not JSON', '{"challenge":', undefined],
    ['that is empty', '', undefined],
  ])('%s', (_, text, expected) => {
    expect(challengeNamedBy(signed(text))).toBe(expected);
  });

  it.each([
    ['of an own page', { crossOrigin: false }, false],
    ['that does not say', {}, false],
    ['of another site’s frame', { crossOrigin: true }, true],
    ['that names a page around it', { crossOrigin: false, topOrigin: 'https://evil.test' }, true],
  ])('%s', (_, data, expected) => {
    expect(isCrossOrigin(signed(JSON.stringify(data)))).toBe(expected);
  });
});
