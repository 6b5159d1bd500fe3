/**
 * What this browser keeps for the site, and what one tab keeps. A browser that blocks site data refuses every access
 * (HTML §12.2.1, `SecurityError`), and a full one every write: then a page keeps it for as long as it is open, and works
 * as in a browser that was never here. Nothing else touches `localStorage` and `sessionStorage`.
 */
export type Store = {
  read(key: string): string | null;
  /** What was written as JSON; `undefined` where there is nothing, or what nobody can read. */
  readJson(key: string): unknown;
  write(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
};

export const browserStore: Store = guarded(() => localStorage);
export const tabStore: Store = guarded(() => sessionStorage);

/** Whether this browser keeps nothing for this site, and so no cookies either. */
export function isSiteDataBlocked(): boolean {
  return !navigator.cookieEnabled || attempt(() => localStorage, undefined) === undefined;
}

function guarded(storage: () => Storage): Store {
  /** What could not be written. It hides what the storage may have of an earlier time. */
  const unwritten = new Map<string, string>();

  function read(key: string): string | null {
    return unwritten.get(key) ?? attempt(() => storage().getItem(key), null);
  }

  return {
    read,
    readJson(key) {
      return attempt(() => JSON.parse(read(key) ?? ''), undefined);
    },
    write(key, value) {
      const isWritten = attempt(() => {
        storage().setItem(key, value);
        return true;
      }, false);
      if (isWritten) unwritten.delete(key);
      else unwritten.set(key, value);
    },
    remove(key) {
      unwritten.delete(key);
      attempt(() => storage().removeItem(key), undefined);
    },
    keys: () => [...new Set([...unwritten.keys(), ...attempt(() => Object.keys(storage()), [])])],
  };
}

function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
