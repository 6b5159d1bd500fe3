import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftKey, keepDraft, readDraft } from '../../../web/posts/draft.ts';

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('document', { cookie: '' });
});

// Others in this process are where there is no document.
afterAll(() => void vi.unstubAllGlobals());

describe('a draft', () => {
  it('is kept for each username', () => {
    keepDraft('susan', 'Hello');
    expect(readDraft('susan')).toEqual({ text: 'Hello' });
    expect(readDraft('tom')).toEqual({ text: '' });
  });

  it('leaves nothing behind once it is empty', () => {
    keepDraft('susan', 'Hello');
    keepDraft('susan', '');
    expect(kept.size).toBe(0);
  });

  it('has one key for as long as it says the same', () => {
    keepDraft('susan', 'Hello');
    const key = draftKey('susan', 'en');
    keepDraft('susan', 'Hello');
    expect(draftKey('susan', 'en')).toBe(key);
    expect(readDraft('susan')).toEqual({ text: 'Hello', key, language: 'en' });
  });

  it('has another key once it says something else, even if it then says the same again', () => {
    keepDraft('susan', 'Hello');
    const key = draftKey('susan', 'en');
    keepDraft('susan', 'Hello!');
    keepDraft('susan', 'Hello');
    expect(draftKey('susan', 'en')).not.toBe(key);
  });

  it('has another key once it is said to be in another language, and the same after a repeat', () => {
    keepDraft('susan', 'Hello');
    const key = draftKey('susan', 'en');
    const other = draftKey('susan', 'de');
    expect(other).not.toBe(key);
    expect(draftKey('susan', 'de')).toBe(other);
  });

  it.for(['{', 'null', '[]', '"text"', '{"text":7}'])('is empty where %s is stored', (stored) => {
    kept.set('nod.draft.susan', stored);
    expect(readDraft('susan')).toEqual({ text: '' });
  });
});
