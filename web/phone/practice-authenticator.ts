/**
 * The practice phone (DESIGN.md §9): a WebAuthn authenticator in software, for a person at one computer without
 * a fingerprint reader. What it makes passes the same checks as a phone's; what it lacks is the hardware
 * around the key. Only the local build has it, see web/pages/phone.ts.
 */
import { type CBORType, encodeCBOR } from '@levischuck/tiny-cbor';
import { bufferToBase64URLString } from '@simplewebauthn/browser';
import { messages } from '../lib/messages.ts';
import type { Authenticator, CreationOptions } from './authenticator.ts';
import { chosenKey } from './practice-chooser.ts';
import { keepKey, type PracticeKey, storedKeys } from './practice-keys.ts';

export const practiceAuthenticator: Authenticator = {
  startRegistration: ({ optionsJSON }) => register(optionsJSON),
  startAuthentication: ({ optionsJSON }) => authenticate(optionsJSON),
  machine: 'phone',
  get approveLabel() {
    return messages.practice.approve;
  },
  phoneName,
  get notice() {
    return messages.practice.notice;
  },
  trustsLinks: true,
};

type Bytes = Uint8Array<ArrayBuffer>;

type RequestOptions = Parameters<Authenticator['startAuthentication']>[0]['optionsJSON'];

/** ES256 (RFC 9053 §2.1): the one algorithm that this authenticator has. */
const ES256 = -7;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };

/** Authenticator data flags (WebAuthn Level 3 §6.1). */
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED_CREDENTIAL_DATA = 0x40;

async function register({ challenge, rp, user, pubKeyCredParams, excludeCredentials = [] }: CreationOptions) {
  if (!pubKeyCredParams.some(({ alg }) => alg === ES256)) {
    throw new DOMException('The practice phone only knows ES256.', 'NotSupportedError');
  }
  const relyingPartyId = rp.id ?? location.hostname;
  const { privateKey, publicKey } = await crypto.subtle.generateKey(P256, false, ['sign', 'verify']);
  const credentialId = crypto.getRandomValues(new Uint8Array(32));
  const id = base64url(credentialId);
  const key = { credentialId: id, userHandle: user.id, account: user.name, relyingPartyId, privateKey };
  await keepKey(key, idsOf(excludeCredentials));

  const flags = USER_PRESENT | USER_VERIFIED | ATTESTED_CREDENTIAL_DATA;
  const authenticatorData = joined(
    await dataHead(relyingPartyId, flags),
    new Uint8Array(16), // AAGUID: no make and model
    Uint8Array.of(0, credentialId.length),
    credentialId,
    await coseKey(publicKey),
  );
  const attestationObject = cbor([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authenticatorData],
  ]);
  return {
    ...named(id),
    response: {
      clientDataJSON: base64url(clientData('webauthn.create', challenge)),
      attestationObject: base64url(attestationObject),
      transports: ['internal' as const],
    },
  };
}

/**
 * A drawer of phones: where one of them has a key for the account already (`excludeCredentials`), this is the next one,
 * which a real phone would refuse.
 */
async function phoneName({ excludeCredentials = [] }: CreationOptions): Promise<string> {
  const others = idsOf(excludeCredentials);
  const before = (await storedKeys()).filter(({ credentialId }) => others.includes(credentialId));
  return messages.practice.name(before.length + 1);
}

const idsOf = (credentials: readonly { id: string }[]): string[] => credentials.map(({ id }) => id);

async function authenticate({ challenge, rpId = location.hostname, allowCredentials }: RequestOptions) {
  const keys = (await storedKeys()).filter(
    ({ relyingPartyId, credentialId }) =>
      relyingPartyId === rpId &&
      (!allowCredentials?.length || allowCredentials.some(({ id }) => id === credentialId)),
  );
  const key = keys.length > 1 ? await chosenKey(keys) : keys[0];
  if (key === undefined) {
    throw new DOMException('The practice phone has no key for this account.', 'NotAllowedError');
  }
  const authenticatorData = await dataHead(rpId, USER_PRESENT | USER_VERIFIED);
  const clientDataJSON = clientData('webauthn.get', challenge);
  return {
    ...named(key.credentialId),
    response: {
      clientDataJSON: base64url(clientDataJSON),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(await sign(key, authenticatorData, clientDataJSON)),
      userHandle: key.userHandle,
    },
  };
}

/** What is signed: the authenticator data and the hash of the client data (WebAuthn Level 3 §6.3.3). */
async function sign({ privateKey }: PracticeKey, authenticatorData: Bytes, clientDataJSON: Bytes) {
  const signed = joined(authenticatorData, await sha256(clientDataJSON));
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, signed);
  return derSignature(new Uint8Array(signature));
}

/**
 * WebCrypto signs as `r ‖ s`; WebAuthn carries an ECDSA signature as the DER sequence of the two integers
 * (WebAuthn Level 3 §6.5.5, RFC 3279 §2.2.3).
 */
export function derSignature(signature: Bytes): Bytes {
  const half = signature.length / 2;
  const integers = joined(integer(signature.subarray(0, half)), integer(signature.subarray(half)));
  return joined(Uint8Array.of(0x30, integers.length), integers);
}

/** DER integers are as short as can be and signed: a leading zero keeps a high first bit positive. */
function integer(bytes: Bytes): Bytes {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? bytes.subarray(-1) : bytes.subarray(first);
  const isHigh = ((digits[0] ?? 0) & 0x80) !== 0;
  return joined(Uint8Array.of(0x02, digits.length + (isHigh ? 1 : 0), ...(isHigh ? [0] : [])), digits);
}

/** Hash of the relying-party id, flags and the counter, which this authenticator leaves at zero. */
async function dataHead(relyingPartyId: string, flags: number): Promise<Bytes> {
  const hash = await sha256(new TextEncoder().encode(relyingPartyId));
  return joined(hash, Uint8Array.of(flags, 0, 0, 0, 0));
}

/** The public key as COSE writes it: kty EC2, alg ES256, crv P-256, x and y (RFC 9053 §7.1.1). */
async function coseKey(publicKey: CryptoKey): Promise<Bytes> {
  // An uncompressed point: 0x04, x, y (SEC 1 §2.3.3).
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  return cbor([
    [1, 2],
    [3, ES256],
    [-1, 1],
    [-2, point.slice(1, 33)],
    [-3, point.slice(33)],
  ]);
}

/** The client data that a browser would collect (WebAuthn Level 3 §5.8.1). */
function clientData(type: 'webauthn.create' | 'webauthn.get', challenge: string): Bytes {
  return new TextEncoder().encode(
    JSON.stringify({ type, challenge, origin: location.origin, crossOrigin: false }),
  );
}

function named(id: string) {
  return {
    id,
    rawId: id,
    type: 'public-key' as const,
    clientExtensionResults: {},
    authenticatorAttachment: 'platform' as const,
  };
}

/** A map in CBOR. WebAuthn wants the keys sorted (CTAP 2 canonical form), which the callers do. */
function cbor(entries: [number | string, CBORType][]): Bytes {
  return new Uint8Array(encodeCBOR(new Map(entries)));
}

/** The parts one after the other. */
function joined(...parts: readonly Bytes[]): Bytes {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function base64url(bytes: Bytes): string {
  return bufferToBase64URLString(bytes.buffer);
}
