import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { derSignature } from '../../../web/phone/practice-authenticator.ts';

describe('an ECDSA signature in DER', () => {
  it('is taken by whoever checks it, whatever its integers begin with', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    // Enough for high first bits and for leading zeros, which one in 128 has.
    for (let message = 0; message < 1000; message++) {
      const signed = Buffer.from(String(message));
      const raw = sign('sha256', signed, { key: privateKey, dsaEncoding: 'ieee-p1363' });
      expect(verify('sha256', signed, publicKey, derSignature(new Uint8Array(raw)))).toBe(true);
    }
  });
});
