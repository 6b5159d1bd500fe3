/**
 * The key pair by which push services know this Nod (VAPID, RFC 8292): derived, so that every function that needs
 * it has the same one and nothing is stored. Another secret is another sender: phones would have to subscribe anew.
 */
import { createECDH } from 'node:crypto';
import { derivedKey } from '../secrets.ts';

/** How many points P-256 has; a private key is below that (SEC 2 §2.4.2). */
const ORDER = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');

/** base64url: the private key's 32 bytes, and the public key as an uncompressed point of 65. */
export type VapidKeys = { publicKey: string; privateKey: string };

export function vapidKeys(keySecret: string): VapidKeys {
  // One candidate in 2³² is too large for the curve; then the next one is taken.
  for (let candidate = 1; ; candidate++) {
    const scalar = derivedKey(keySecret, `web push ${candidate}`);
    if (Buffer.compare(scalar, ORDER) >= 0) continue;
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(scalar);
    return { publicKey: pair.getPublicKey('base64url'), privateKey: scalar.toString('base64url') };
  }
}
