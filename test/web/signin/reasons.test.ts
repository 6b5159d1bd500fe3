import { describe, expect, it } from 'vitest';
import { knownReason, reasonSentence } from '../../../web/signin/reasons.ts';

describe('the reason in an address', () => {
  it.for(['here', 'elsewhere', 'phone', 'not_me', 'idle', 'lifetime', 'phone_away', 'unanswered'])(
    '%s is put in a sentence of its own',
    (word) => {
      expect(knownReason(word)).toBe(word);
      expect(reasonSentence(knownReason(word))).toMatch(/^[A-Z].*\.$/);
    },
  );

  it.for([null, '', 'toString', '__proto__', 'constructor', 'Call this number now'])(
    '%j is none of ours',
    (word) => {
      expect(knownReason(word)).toBeUndefined();
    },
  );
});
