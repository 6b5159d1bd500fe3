import { createECDH, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { vapidKeys } from '../../../shared/push/vapid.ts';
import { newSecret } from '../../../shared/secrets.ts';

describe('the Web Push key pair', () => {
  it('is the same for the same secret, and another for another', () => {
    const secret = newSecret();
    expect(vapidKeys(secret)).toEqual(vapidKeys(secret));
    expect(vapidKeys(secret)).not.toEqual(vapidKeys(newSecret()));
  });

  it('is a pair on P-256, in the form that browsers and push services take', () => {
    for (let at = 0; at < 50; at++) {
      const { publicKey, privateKey } = vapidKeys(newSecret());
      const point = Buffer.from(publicKey, 'base64url');
      expect([point.length, point[0]]).toEqual([65, 4]);
      const pair = createECDH('prime256v1');
      pair.setPrivateKey(privateKey, 'base64url');
      expect(pair.getPublicKey('base64url')).toBe(publicKey);
      const [x = '', y = ''] = [point.subarray(1, 33), point.subarray(33)].map((part) =>
        part.toString('base64url'),
      );
      const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
      expect(key.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    }
  });
});
