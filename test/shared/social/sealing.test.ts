import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seal, unseal } from '../../../shared/social/sealing.ts';

beforeAll(() => {
  vi.stubEnv('KEY_SECRET', 'the server’s');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describe('what is sealed', () => {
  it('is opened in its place, and looks different each time', () => {
    const sealed = [seal('token', 'a'), seal('token', 'a')];
    expect(sealed.map((text) => unseal(text, 'a'))).toEqual(['token', 'token']);
    expect(sealed[0]).not.toBe(sealed[1]);
    expect(Buffer.from(sealed[0] ?? '', 'base64url').toString('latin1')).not.toContain('token');
  });

  it('is opened in no other place, with no other key, and not once it was changed', () => {
    const sealed = seal('token', 'a');
    expect(() => unseal(sealed, 'b')).toThrow();
    const bytes = Buffer.from(sealed, 'base64url');
    for (const at of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(changed.toString('base64url'), 'a')).toThrow();
    }
    expect(() => unseal(bytes.subarray(0, 20).toString('base64url'), 'a')).toThrow();
    vi.stubEnv('KEY_SECRET', 'another');
    expect(() => unseal(sealed, 'a')).toThrow();
    vi.stubEnv('KEY_SECRET', 'the server’s');
  });
});
