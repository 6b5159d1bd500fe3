/**
 * What phones sign, verified with @simplewebauthn/server; only the functions that verify import this file.
 * The library reports some failures by throwing and others by `verified: false`, and leaves it to its caller
 * whose credential and which user handle an answer may name: all of that ends here.
 */
import {
  type AuthenticatorTransport,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { env } from '../env.ts';
import { NodError } from '../errors.ts';
import { isUserId, type UserId } from '../ids.ts';
import { isCrossOrigin } from './challenge.ts';
import { type Device, MOST_CREDENTIAL_ID_BYTES } from './device.ts';
import type { Assertion, Attestation } from './device-schemas.ts';
import { whyUnsound } from './sound-key.ts';
import { ALGORITHMS } from './webauthn-options.ts';

export type NewCredential = Pick<Device, 'credentialId' | 'publicKey' | 'counter' | 'transports'>;

/**
 * Verifies a new credential (WebAuthn Level 3 §7.1) over a challenge that has just been spent.
 * @throws {NodError} `attestation_refused`
 */
export async function verifyAttestation(attestation: Attestation, challenge: string): Promise<NewCredential> {
  const refused = (cause?: unknown) =>
    new NodError('attestation_refused', 'This phone’s passkey could not be checked. Try once more.', {
      params: { what: 'passkey' },
      field: 'credential',
      cause,
    });
  if (isCrossOrigin(attestation)) throw refused();
  const result = await verifyRegistrationResponse({
    response: withTransports(attestation),
    expectedChallenge: challenge,
    expectedOrigin: env.siteOrigin,
    expectedRPID: env.relyingPartyId,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch((error: unknown) => {
    throw refused(error);
  });
  if (!result.verified) throw refused();
  const { credential, userVerified } = result.registrationInfo;
  if (!userVerified || credential.id !== attestation.id) throw refused();
  if (Buffer.from(credential.id, 'base64url').length > MOST_CREDENTIAL_ID_BYTES) throw refused();
  const why = await whyUnsound(credential.publicKey);
  if (why !== undefined) {
    throw new NodError(
      'attestation_refused',
      'This phone made a key that is too weak or cannot be used. Try another passkey app, or another phone.',
      { params: { what: 'key' }, field: 'credential', cause: new TypeError(why) },
    );
  }
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: attestation.response.transports,
  };
}

/**
 * Verifies an assertion (WebAuthn Level 3 §7.2) by this device over a challenge that has just been spent, and
 * returns the authenticator's new counter. @throws {NodError} `assertion_refused`
 */
export async function verifyAssertion(
  assertion: Assertion,
  challenge: string,
  device: Device,
): Promise<{ counter: number }> {
  const refused = (cause?: unknown) =>
    new NodError('assertion_refused', 'This confirmation is not from your phone. Try once more.', {
      params: { what: 'signature' },
      field: 'assertion',
      about: { subject: device.userId },
      cause,
    });
  if (isCrossOrigin(assertion) || assertion.id !== device.credentialId) throw refused();
  const { userHandle, ...response } = assertion.response;
  // Absent, null and empty are one: the authenticator has named nobody (WebAuthn Level 3 §7.2 step 6).
  if (userHandle && userHandle !== userHandleOf(device.userId)) throw refused();
  const result = await verifyAuthenticationResponse({
    response: { ...withAttachment(assertion), response },
    expectedChallenge: challenge,
    expectedOrigin: env.siteOrigin,
    expectedRPID: env.relyingPartyId,
    requireUserVerification: true,
    credential: { id: device.credentialId, publicKey: device.publicKey, counter: device.counter },
  }).catch((error: unknown) => {
    throw refused(error);
  });
  const { authenticationInfo } = result;
  if (!result.verified || !authenticationInfo.userVerified) throw refused();
  if (authenticationInfo.credentialID !== device.credentialId) throw refused();
  return { counter: authenticationInfo.newCounter };
}

/** `user.id` of a user's credentials, as an assertion returns it: the bytes of the userId, base64url. */
function userHandleOf(userId: UserId): string {
  return Buffer.from(userId).toString('base64url');
}

/** Whose credential an assertion says that it is by (WebAuthn Level 3 §7.2, step 6), if it says so. */
export function userNamedBy({ response: { userHandle } }: Assertion): UserId | undefined {
  const userId = Buffer.from(userHandle ?? '', 'base64url').toString();
  return isUserId(userId) ? userId : undefined;
}

function withAttachment<C extends Attestation | Assertion>({ authenticatorAttachment, ...credential }: C) {
  return authenticatorAttachment == null ? credential : { ...credential, authenticatorAttachment };
}

function withTransports(attestation: Attestation) {
  const transports = attestation.response.transports as AuthenticatorTransport[];
  return { ...withAttachment(attestation), response: { ...attestation.response, transports } };
}
