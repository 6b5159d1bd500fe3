import { describe, expect, it } from 'vitest';
import { messages } from '../../../web/lib/messages.ts';
import { knownReason } from '../../../web/signin/reasons.ts';

describe('the reason in an address', () => {
  it.for(['here', 'elsewhere', 'phone', 'not_me', 'idle', 'lifetime', 'phone_away', 'unanswered'])(
    '%s is put in a sentence of its own',
    (word) => {
      const reason = knownReason(word);
      expect(reason).toBe(word);
      expect(reason && messages.signin.reasons[reason]).toMatch(/^[A-Z].*\.$/);
    },
  );

  it.for([null, '', 'toString', '__proto__', 'constructor', 'Call this number now'])(
    '%j is none of ours',
    (word) => {
      expect(knownReason(word)).toBeUndefined();
    },
  );
});
