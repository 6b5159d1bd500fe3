import { ECDH } from 'node:crypto';
import * as v from 'valibot';
import { language } from '../api/fields.ts';
import { MOST_ENDPOINT_CHARACTERS } from './endpoint.ts';

const P256DH = {
  pattern: '^[A-Za-z0-9_-]{87}$',
  description: 'The public key of RFC 8291 §2: an uncompressed point of P-256, base64url.',
  examples: ['BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM'],
};

/** `PushSubscription.toJSON()` (Push API §8) and what the phone is told in; the keys are those of RFC 8291 §2. */
export const subscriptionSchema = v.object({
  endpoint: v.pipe(
    v.string('Send the endpoint as text.'),
    v.maxLength(
      MOST_ENDPOINT_CHARACTERS,
      () => `An endpoint has at most ${MOST_ENDPOINT_CHARACTERS} characters.`,
    ),
  ),
  keys: v.object({
    p256dh: v.pipe(
      v.string('Send the key as text.'),
      v.metadata(P256DH),
      v.regex(/^[A-Za-z0-9_-]{87}$/, 'Send the key as base64url.'),
      v.check(isPoint, 'This key is no point of P-256.'),
    ),
    auth: v.pipe(
      v.string('Send the secret as text.'),
      v.regex(/^[A-Za-z0-9_-]{22}$/, 'Send the secret’s 16 bytes as base64url.'),
    ),
  }),
  language: v.exactOptional(language),
});

/** Nothing can be encrypted to what is no point, and libraries differ in whether they notice. */
function isPoint(key: string): boolean {
  try {
    ECDH.convertKey(key, 'prime256v1', 'base64url', 'base64url', 'uncompressed');
    return true;
  } catch {
    return false;
  }
}
