import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserStore, isSiteDataBlocked, tabStore } from '../../../web/lib/storage.ts';

let kept: Map<string, string>;
let isFull: boolean;

beforeEach(() => {
  kept = new Map();
  isFull = false;
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      kept.set(key, value);
      Object.assign(storage, { [key]: value });
    },
    removeItem: (key: string) => kept.delete(key),
  };
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('navigator', { cookieEnabled: true });
  for (const key of ['a', 'b']) browserStore.remove(key);
});

const NAMES = ['localStorage', 'sessionStorage'] as const;
const before = NAMES.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));

// Files share a process.
afterEach(() => {
  vi.unstubAllGlobals();
  for (const [index, name] of NAMES.entries()) {
    const descriptor = before[index];
    if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, descriptor);
  }
});

function block(): void {
  for (const name of NAMES) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  }
}

describe('what a browser keeps', () => {
  it('is read again, and gone once removed', () => {
    browserStore.write('a', '1');
    expect([kept.get('a'), browserStore.read('a')]).toEqual(['1', '1']);
    browserStore.remove('a');
    expect([kept.size, browserStore.read('a')]).toEqual([0, null]);
  });

  it('is what was written last where the storage is full, as long as the page is open', () => {
    browserStore.write('a', 'old');
    isFull = true;
    browserStore.write('a', 'new');
    browserStore.write('b', '2');
    expect(['a', 'b'].map(browserStore.read)).toEqual(['new', '2']);
    expect(browserStore.keys()).toEqual(expect.arrayContaining(['a', 'b']));
    isFull = false;
    browserStore.write('a', 'newer');
    expect([kept.get('a'), browserStore.read('a')]).toEqual(['newer', 'newer']);
  });

  it.for(['{', '', 'undefined', '[1'])('is nothing where %j stands in the place of JSON', (text) => {
    kept.set('a', text);
    expect(browserStore.readJson('a')).toBeUndefined();
  });
});

describe('a browser that blocks site data', () => {
  it('keeps what is written for as long as the page is open', () => {
    block();
    for (const store of [browserStore, tabStore]) {
      expect(store.read('a')).toBeNull();
      store.write('a', '{"n":1}');
      expect(store.readJson('a')).toEqual({ n: 1 });
      expect(store.keys()).toEqual(['a']);
      store.remove('a');
      expect(store.read('a')).toBeNull();
    }
  });

  it('is known by its storage, and by what it says of cookies', () => {
    expect(isSiteDataBlocked()).toBe(false);
    vi.stubGlobal('navigator', { cookieEnabled: false });
    expect(isSiteDataBlocked()).toBe(true);
    vi.stubGlobal('navigator', { cookieEnabled: true });
    block();
    expect(isSiteDataBlocked()).toBe(true);
  });
});
