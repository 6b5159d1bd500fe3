import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { describe, expect, it } from 'vitest';
import { jwkOf } from '../../../shared/devices/jwk.ts';

type Cose = [key: number, value: number | string][];

/** COSE as an authenticator writes it; text stands for base64url of bytes. */
function cose(entries: Cose): Uint8Array<ArrayBuffer> {
  const map = new Map(
    entries.map(([key, value]) => [
      key,
      typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64url')) : value,
    ]),
  );
  return isoCBOR.encode(map);
}

const jwk = (key: KeyObject) => key.export({ format: 'jwk' });
const part = (value: string | undefined): string => value ?? '';

describe('a public key as JWK', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
  const ed = generateKeyPairSync('ed25519').publicKey;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
  const { x, y } = jwk(ec);
  const { n, e } = jwk(rsa);

  it.each<[string, KeyObject, Cose]>([
    [
      'ES256',
      ec,
      [
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, part(x)],
        [-3, part(y)],
      ],
    ],
    [
      'EdDSA',
      ed,
      [
        [1, 1],
        [3, -8],
        [-1, 6],
        [-2, part(jwk(ed).x)],
      ],
    ],
    [
      'RS256',
      rsa,
      [
        [1, 3],
        [3, -257],
        [-1, part(n)],
        [-2, part(e)],
      ],
    ],
  ])('is the same key: %s', (_, key, entries) => {
    const made = jwkOf(cose(entries));
    expect(made).toEqual(jwk(key));
    expect(createPublicKey({ format: 'jwk', key: made }).equals(key)).toBe(true);
  });

  it.each<[string, Cose]>([
    [
      'on another curve',
      [
        [1, 2],
        [3, -35],
        [-1, 2],
        [-2, part(x)],
        [-3, part(y)],
      ],
    ],
    [
      'of another kind',
      [
        [1, 4],
        [3, 5],
        [-1, part(x)],
      ],
    ],
    [
      'without a part',
      [
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, part(x)],
      ],
    ],
  ])('is none of a key %s', (_, entries) => {
    expect(() => jwkOf(cose(entries))).toThrow(TypeError);
  });
});
