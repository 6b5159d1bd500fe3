/** A phone's public key as public tools read it: from COSE (RFC 9052 §7), as WebAuthn has it, to JWK (RFC 7517). */
import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';

export type Jwk = Record<string, string>;

const { COSECRV, COSEKEYS } = cose;

/** @throws {TypeError} for a key of none of the algorithms that an enrolment takes (`webauthn-options.ts`) */
export function jwkOf(publicKey: Uint8Array<ArrayBuffer>): Jwk {
  const key = decodeCredentialPublicKey(publicKey);
  if (cose.isCOSEPublicKeyEC2(key)) {
    return {
      kty: 'EC',
      crv: curve(key, COSECRV.P256, 'P-256'),
      x: text(key.get(COSEKEYS.x)),
      y: text(key.get(COSEKEYS.y)),
    };
  }
  if (cose.isCOSEPublicKeyOKP(key)) {
    return { kty: 'OKP', crv: curve(key, COSECRV.ED25519, 'Ed25519'), x: text(key.get(COSEKEYS.x)) };
  }
  if (cose.isCOSEPublicKeyRSA(key)) {
    return { kty: 'RSA', n: text(key.get(COSEKEYS.n)), e: text(key.get(COSEKEYS.e)) };
  }
  throw new TypeError('a key of an unknown type');
}

function curve(key: cose.COSEPublicKeyEC2 | cose.COSEPublicKeyOKP, only: cose.COSECRV, name: string): string {
  if (key.get(COSEKEYS.crv) !== only) throw new TypeError('a key on another curve');
  return name;
}

function text(bytes: unknown): string {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('a key that lacks a part');
  return Buffer.from(bytes).toString('base64url');
}
