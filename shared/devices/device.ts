import type { DeviceId, UserId } from '../ids.ts';
import type { Provenance } from '../sessions/provenance.ts';

/** An enrolled phone: one discoverable WebAuthn credential with user verification. */
export type Device = Provenance & {
  /** The credential's id, base64url (WebAuthn Level 3 §4). */
  credentialId: string;
  userId: UserId;
  name: string;
  /** COSE public key (RFC 9052 §7). */
  publicKey: Uint8Array<ArrayBuffer>;
  /** The authenticator's signature counter (WebAuthn Level 3 §6.1.1); 0 where it keeps none. */
  counter: number;
  transports: string[];
  /** Digest of the device cookie's secret. */
  secretHash: string;
  /** Where it is rung (Web Push, RFC 8030 and RFC 8291), if it let us. */
  push?: PushSubscription;
  createdAt: Date;
  lastUsedAt: Date;
  /** Numbers named in a row that no sign-in showed, and when the last of them was named. */
  wrongNumbers: number;
  wrongNumberAt?: Date;
};

/** A phone's push subscription: the push service's address for it, and its keys, base64url. */
export type PushSubscription = { endpoint: string; keys: { p256dh: string; auth: string } };

/** A row's key holds at most 1 kB, and so the id of a phone's credential at most this many bytes. */
export const MOST_CREDENTIAL_ID_BYTES = 512;

export const deviceIdOf = ({ credentialId }: { credentialId: string }): DeviceId => `dev_${credentialId}`;
export const credentialIdOf = (id: DeviceId): string => id.slice('dev_'.length);
export const isDeviceId = (value: string): value is DeviceId => /^dev_[A-Za-z0-9_-]{1,684}$/.test(value);
