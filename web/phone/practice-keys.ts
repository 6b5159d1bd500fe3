/**
 * The keys of the practice phone, in this browser's IndexedDB. A private key is kept as a CryptoKey that
 * cannot be exported: even this page can only sign with it.
 */
import { type DBSchema, openDB } from 'idb';

export type PracticeKey = {
  /** base64url. */
  credentialId: string;
  /** `user.id` of the account, base64url. */
  userHandle: string;
  /** The account's name, for choosing; keys that are older than this field have none. */
  account?: string;
  relyingPartyId: string;
  privateKey: CryptoKey;
};

interface Schema extends DBSchema {
  keys: { key: string; value: PracticeKey };
}

/**
 * Keeps a key; an authenticator has one discoverable key per account (WebAuthn Level 3 §6.3.2 step 7). Those of `others`
 * are the account's other practice phones.
 */
export async function keepKey(key: PracticeKey, others: readonly string[] = []): Promise<void> {
  const database = await open();
  const transaction = database.transaction('keys', 'readwrite');
  for (const { credentialId, relyingPartyId, userHandle } of await transaction.store.getAll()) {
    const isReplaced = relyingPartyId === key.relyingPartyId && userHandle === key.userHandle;
    if (isReplaced && !others.includes(credentialId)) await transaction.store.delete(credentialId);
  }
  await transaction.store.put(key);
  await transaction.done;
  database.close();
}

export async function storedKeys(): Promise<PracticeKey[]> {
  const database = await open();
  const keys = await database.getAll('keys');
  database.close();
  return keys;
}

const open = () =>
  openDB<Schema>('nod-practice-phone', 1, {
    upgrade: (database) => void database.createObjectStore('keys', { keyPath: 'credentialId' }),
  });
