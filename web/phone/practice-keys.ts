/**
 * The keys of the practice phone, in this browser's IndexedDB. A private key is kept as a CryptoKey that
 * cannot be exported: even this page can only sign with it.
 */
export type PracticeKey = {
  /** base64url. */
  credentialId: string;
  /** `user.id` of the account, base64url. */
  userHandle: string;
  /** The account's name, for choosing; keys of before that was kept have none. */
  account?: string;
  relyingPartyId: string;
  privateKey: CryptoKey;
};

const DATABASE = 'nod-practice-phone';
const KEYS = 'keys';

/** Keeps a key; an authenticator has one discoverable key per account (WebAuthn Level 3 §6.3.2 step 7). */
export async function keepKey(key: PracticeKey): Promise<void> {
  const others = await storedKeys();
  const replaced = others.filter(
    ({ relyingPartyId, userHandle }) =>
      relyingPartyId === key.relyingPartyId && userHandle === key.userHandle,
  );
  const database = await open();
  const transaction = database.transaction(KEYS, 'readwrite');
  for (const { credentialId } of replaced) transaction.objectStore(KEYS).delete(credentialId);
  transaction.objectStore(KEYS).put(key);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}

export async function storedKeys(): Promise<PracticeKey[]> {
  const database = await open();
  const keys = await answerOf<PracticeKey[]>(database.transaction(KEYS).objectStore(KEYS).getAll());
  database.close();
  return keys;
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(KEYS, { keyPath: 'credentialId' });
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
