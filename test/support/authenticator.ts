/**
 * A phone's authenticator in software (WebAuthn Level 3 §6): ES256, discoverable, `none` attestation. Each
 * `with` field bends one thing, for the tests that must be refused.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

export type Bend = {
  challenge?: string;
  origin?: string;
  type?: string;
  rpId?: string;
  crossOrigin?: boolean;
  userVerified?: boolean;
  userHandle?: string | null;
  credentialId?: string;
  badSignature?: boolean;
  counter?: number;
  /** Another public key than its own, as COSE. */
  publicKey?: Uint8Array;
};

/** A passkey as a virtual authenticator takes it (DevTools protocol, `WebAuthn.Credential`); bytes are base64. */
export type Passkey = {
  credentialId: string;
  isResidentCredential: boolean;
  rpId: string;
  /** PKCS #8 */
  privateKey: string;
  userHandle: string;
  signCount: number;
};

const UP = 0x01;
const UV = 0x04;
const AT = 0x40;

export class Authenticator {
  readonly credentialId: string;
  userHandle = '';
  counter = 0;
  readonly #origin: string;
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;

  constructor(origin: string, idBytes = 32) {
    this.#origin = origin;
    this.credentialId = randomBytes(idBytes).toString('base64url');
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
  }

  create(options: PublicKeyCredentialCreationOptionsJSON, bend: Bend = {}): RegistrationResponseJSON {
    this.userHandle = options.user.id;
    const rpId = bend.rpId ?? options.rp.id ?? '';
    const id = Buffer.from(this.credentialId, 'base64url');
    const authData = Buffer.concat([
      this.#authenticatorData(rpId, AT, bend),
      Buffer.alloc(16),
      uint16(id.length),
      id,
      bend.publicKey ?? this.#coseKey(),
    ]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      cborBytes(authData),
    ]);
    return {
      id: this.credentialId,
      rawId: this.credentialId,
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.#clientData('webauthn.create', options.challenge, bend).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  get(options: PublicKeyCredentialRequestOptionsJSON, bend: Bend = {}): AuthenticationResponseJSON {
    const clientData = this.#clientData('webauthn.get', options.challenge, bend);
    const authData = this.#authenticatorData(bend.rpId ?? options.rpId ?? '', 0, bend);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    const signature = sign('sha256', bend.badSignature ? randomBytes(40) : signed, this.#privateKey);
    const userHandle = bend.userHandle === undefined ? this.userHandle : bend.userHandle;
    const id = bend.credentialId ?? this.credentialId;
    return {
      id,
      rawId: id,
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
        ...(userHandle === null ? {} : { userHandle }),
      },
    };
  }

  /** This very passkey for another authenticator to have, whose counter is ahead: this one may sign until that does. */
  passkey(): Passkey {
    return {
      credentialId: Buffer.from(this.credentialId, 'base64url').toString('base64'),
      isResidentCredential: true,
      rpId: new URL(this.#origin).hostname,
      privateKey: this.#privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      userHandle: Buffer.from(this.userHandle, 'base64url').toString('base64'),
      signCount: this.counter + 1000,
    };
  }

  #clientData(type: string, challenge: string, bend: Bend): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: bend.type ?? type,
        challenge: bend.challenge ?? challenge,
        origin: bend.origin ?? this.#origin,
        crossOrigin: bend.crossOrigin ?? false,
      }),
    );
  }

  #authenticatorData(rpId: string, flags: number, bend: Bend): Buffer {
    this.counter = bend.counter ?? this.counter + 1;
    const verified = bend.userVerified === false ? 0 : UV;
    return Buffer.concat([
      createHash('sha256').update(rpId).digest(),
      Buffer.from([UP | verified | flags]),
      Buffer.from([0, 0, this.counter >> 8, this.counter & 0xff]),
    ]);
  }

  /** The public key as COSE (RFC 9053 §7.1.1): kty EC2, alg ES256, crv P-256. */
  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      cborBytes(Buffer.from(y, 'base64url')),
    ]);
  }
}

function uint16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}

function cborBytes(bytes: Buffer): Buffer {
  const head =
    bytes.length < 24
      ? [0x40 + bytes.length]
      : bytes.length < 256
        ? [0x58, bytes.length]
        : [0x59, ...uint16(bytes.length)];
  return Buffer.concat([Buffer.from(head), bytes]);
}
