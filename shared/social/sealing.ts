/** Sealing what must be kept and never seen: AES-256-GCM with a key derived from the server's secret. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { env } from '../env.ts';
import { derivedKey } from '../secrets.ts';

const CIPHER = 'aes-256-gcm';
/** NIST SP 800-38D §8.2: 96 random bits. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals `text` for one place, such as a row's key: moved to another place it cannot be opened. */
export function seal(text: string, place: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key(), iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws {Error} if it was sealed for another place, with another key, or changed */
export function unseal(sealed: string, place: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const iv = bytes.subarray(0, IV_BYTES);
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key(), iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(tag);
  return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

function key(): Uint8Array {
  return derivedKey(env.keySecret, 'upstream tokens');
}
