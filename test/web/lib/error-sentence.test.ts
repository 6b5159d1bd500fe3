import { describe, expect, it } from 'vitest';
import { ApiError, Unreachable } from '../../../web/lib/api.ts';
import { errorSentence } from '../../../web/lib/error-sentence.ts';

const NOW = new Date('2026-03-05T12:00:00Z');
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

describe('the sentence for a failed call', () => {
  it('is the API’s own', () => {
    const error = new ApiError({
      status: 409,
      code: 'username_taken',
      detail: 'It is taken. Choose another.',
    });
    expect(errorSentence(error)).toBe('It is taken. Choose another.');
  });

  it('says that nobody answered', () => {
    expect(errorSentence(new Unreachable())).toMatch(/^Nod cannot be reached\./);
  });

  it.for([
    [1, 'in a minute'],
    [60, 'in a minute'],
    [61, 'in 2 minutes'],
    [900, 'in 15 minutes'],
  ] as const)('after too many, with Retry-After: %i, says %s', ([retryAfter, wait]) => {
    const problem = { status: 429, code: 'too_many', detail: 'Too many numbers were wrong. Wait.' } as const;
    const at = clock.format(NOW.getTime() + retryAfter * 1000);
    expect(errorSentence(new ApiError(problem, retryAfter), NOW)).toBe(
      `Too many numbers were wrong. You can try again at ${at}, ${wait}.`,
    );
  });

  it('after too many, with nothing said about when, says a minute', () => {
    const problem = { status: 429, code: 'too_many', detail: 'That was a lot at once.' } as const;
    expect(errorSentence(new ApiError(problem))).toBe('That was a lot at once. Try again in a minute.');
  });

  it('is none for a fault of ours', () => {
    const fault = new TypeError('undefined is not a function');
    expect(() => errorSentence(fault)).toThrow(fault);
  });
});
