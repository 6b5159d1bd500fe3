/** What the page hands to `navigator.credentials` (WebAuthn Level 3 §5.4 and §5.5), as JSON. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialDescriptorJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { env } from '../env.ts';
import type { UserId } from '../ids.ts';
import { CHALLENGE_SECONDS } from './challenge.ts';
import type { Device } from './device.ts';

/** COSE algorithms that a phone's key may use: EdDSA, ES256, RS256 (RFC 9053 §2, RFC 8812 §2). */
export const ALGORITHMS = [-8, -7, -257];

/** Options for a new discoverable credential with user verification, on none of the `others`. */
export function creationOptions(
  user: { id: UserId; username: string; displayName: string },
  challenge: string,
  others: Device[],
): PublicKeyCredentialCreationOptionsJSON {
  return {
    rp: { id: env.relyingPartyId, name: 'Nod' },
    user: {
      id: Buffer.from(user.id).toString('base64url'),
      name: user.username,
      displayName: user.displayName,
    },
    challenge,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: CHALLENGE_SECONDS * 1000,
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    excludeCredentials: others.map(descriptorOf),
    attestation: 'none',
  };
}

/** Options for an assertion by this very device, or by whichever passkey a person has for this site. */
export function requestOptions(
  device: Device | undefined,
  challenge: string,
): PublicKeyCredentialRequestOptionsJSON {
  return {
    rpId: env.relyingPartyId,
    challenge,
    allowCredentials: device === undefined ? [] : [descriptorOf(device)],
    userVerification: 'required',
    timeout: CHALLENGE_SECONDS * 1000,
  };
}

function descriptorOf({ credentialId, transports }: Device): PublicKeyCredentialDescriptorJSON {
  return {
    id: credentialId,
    type: 'public-key',
    transports: transports as NonNullable<PublicKeyCredentialDescriptorJSON['transports']>,
  };
}
