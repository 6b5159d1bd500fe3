/** Secrets: 256 random bits that leave the server once; the server keeps their SHA-256 (DESIGN.md §6.1). */
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret: 256 random bits, 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a text, base64url: what is stored of a secret or of an `Idempotency-Key`. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Whether `secret` is the one that `stored` is the digest of, compared in constant time. */
export function matchesSecret(secret: string, stored: string | undefined): boolean {
  if (stored === undefined) return false;
  const given = Buffer.from(digest(secret));
  const kept = Buffer.from(stored);
  return given.length === kept.length && timingSafeEqual(given, kept);
}

/** A keyed digest (HMAC-SHA-256, base64url): the same for the same text, and only the server can make it. */
export function keyedDigest(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** A key of 32 bytes for one use, named by `label` (HKDF-SHA256, RFC 5869): the same whenever it is derived. */
export function derivedKey(secret: string, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', label, 32));
}
