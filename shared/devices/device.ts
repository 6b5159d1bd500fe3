import type { DeviceId, UserId } from '../ids.ts';
import type { Language } from '../languages.ts';
import { digest } from '../secrets.ts';
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
  /** What it is told is said in it: its page's, at the last look. */
  language?: Language;
  createdAt: Date;
  lastUsedAt: Date;
  /** Numbers named in a row that no sign-in showed, and when the last of them was named. */
  wrongNumbers: number;
  wrongNumberAt?: Date;
};

/** A phone's push subscription: the push service's address for it, and its keys, base64url. */
export type PushSubscription = { endpoint: string; keys: { p256dh: string; auth: string } };

/** WebAuthn Level 3 §7.1: no credential's id has more bytes. */
export const MOST_CREDENTIAL_ID_BYTES = 1023;

/** What leaves room for the rest of a row's key, which holds 1 kB. */
const MOST_CHARACTERS_IN_KEYS = 684;

/** What names a credential in keys, paths and cookies: its id, or the digest of an id that is too long for them. */
export const credentialKeyOf = (credentialId: string): string =>
  credentialId.length <= MOST_CHARACTERS_IN_KEYS ? credentialId : digest(credentialId);

export const deviceIdOf = ({ credentialId }: { credentialId: string }): DeviceId =>
  `dev_${credentialKeyOf(credentialId)}`;
/** What {@link credentialKeyOf} made of the credential's id. */
export const credentialKeyIn = (id: DeviceId): string => id.slice('dev_'.length);
export const isDeviceId = (value: string): value is DeviceId => /^dev_[A-Za-z0-9_-]{1,684}$/.test(value);
