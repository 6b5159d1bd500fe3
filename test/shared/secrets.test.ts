import { expect, it } from 'vitest';
import { digest, keyedDigest, matchesSecret, newSecret } from '../../shared/secrets.ts';

it('draws secrets of 256 bits, none twice', () => {
  const secrets = Array.from({ length: 200 }, newSecret);
  expect(new Set(secrets).size).toBe(200);
  for (const secret of secrets) {
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  }
});

// FIPS 180-2 appendix B.1, and RFC 4231 §4.3.
it('digests with SHA-256, and with HMAC-SHA-256 under a key', () => {
  expect(Buffer.from(digest('abc'), 'base64url').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  const keyed = keyedDigest('Jefe', 'what do ya want for nothing?');
  expect(Buffer.from(keyed, 'base64url').toString('hex')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

it('opens what was made of the secret, and nothing else', () => {
  const secret = newSecret();
  expect(matchesSecret(secret, digest(secret))).toBe(true);
  for (const stored of [
    undefined,
    '',
    secret,
    digest(newSecret()),
    `${digest(secret)}x`,
    digest(secret).slice(1),
  ]) {
    expect(matchesSecret(secret, stored)).toBe(false);
  }
});
