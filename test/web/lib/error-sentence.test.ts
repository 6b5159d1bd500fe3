import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../shared/errors.ts';
import { type Problem, STATUS } from '../../../shared/http/problem.ts';
import { ApiError, Unreachable } from '../../../web/lib/api.ts';
import { errorSentence } from '../../../web/lib/error-sentence.ts';

const NOW = new Date('2026-03-05T12:00:00Z');
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

const refused = (status: number, problem: Partial<Problem>, retryAfter?: number) =>
  errorSentence(new ApiError({ status, ...problem }, retryAfter), NOW);

describe('the sentence for a failed call', () => {
  it('is worded by its code, and never by what the API says to programs', () => {
    expect(refused(409, { code: 'username_taken', detail: 'conflict on pk' })).toBe(
      'This name is taken. Choose another one.',
    );
  });

  it.for([
    [400, { code: 'provider_declined', params: { provider: 'GitHub' } }, /^You came back from GitHub /],
    [409, { code: 'too_many_phones', params: { most: 10 } }, /^You have 10 phones already\./],
    [409, { code: 'last_sign_in_method', params: { method: 'phone' } }, /^This is your only way in\./],
    [409, { code: 'last_sign_in_method', params: { method: 'link' } }, /^This is your last way in\./],
    [403, { code: 'assertion_refused', params: { what: 'passkey' } }, /^This passkey belongs to no phone/],
    [
      400,
      { code: 'attestation_refused', params: { what: 'key' } },
      /^This phone made a key that is too weak/,
    ],
    [409, { code: 'ticket_used', params: { what: 'code' } }, /^This recovery code has been used/],
    [410, { code: 'ticket_expired', params: { what: 'session' } }, /^The browser that invited this phone/],
    [404, { code: 'not_found', params: { what: 'receipt' } }, /^There is no receipt of this session\.$/],
  ] as const)('of %i says what the problem names: %j', ([status, problem, sentence]) => {
    expect(refused(status, problem)).toMatch(sentence);
  });

  it('about what somebody wrote says what that must be, and about anything else that the page is wrong', () => {
    const invalid = (field?: string) =>
      refused(400, { code: 'invalid_input', ...(field === undefined ? {} : { field }) });
    expect(invalid('username')).toMatch(/^A username has 3 to 20 letters/);
    expect(invalid('code')).toMatch(/^There is a typo in this code\./);
    expect(new Set([invalid('lifetime'), invalid('assertion.id'), invalid()]).size).toBe(1);
    expect(invalid()).toMatch(/Load the page again/);
  });

  it('of a newer API, with a code that this page does not know, goes by the status', () => {
    const newer = (status: number) => refused(status, { code: 'of_later' as 'conflict', detail: 'Later.' });
    expect(newer(409)).toMatch(/^Nod did not do this\./);
    expect(newer(503)).toMatch(/^Something went wrong on our side\./);
    expect(newer(429)).toMatch(/^That was a lot at once\./);
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
    const at = clock.format(NOW.getTime() + retryAfter * 1000);
    expect(refused(429, { code: 'too_many_numbers' }, retryAfter)).toBe(
      `Too many numbers were wrong. You can try again at ${at}, ${wait}.`,
    );
    expect(refused(429, { code: 'too_many' }, retryAfter)).toBe(
      `There were too many requests. You can try again at ${at}, ${wait}.`,
    );
  });

  it('after too many, with nothing said about when, says a minute', () => {
    expect(refused(429, {})).toBe('That was a lot at once. Try again in a minute.');
    expect(refused(429, { code: 'too_many' })).toBe('There were too many requests. Try again in a minute.');
  });

  it('is none for a fault of ours', () => {
    const fault = new TypeError('undefined is not a function');
    expect(() => errorSentence(fault)).toThrow(fault);
  });
});

it('every code has words, all of them sentences', () => {
  const facts = {
    provider: 'GitHub',
    most: 10,
    method: 'phone',
    what: 'phone',
    at: '12:00',
    minutes: 2,
  } as unknown as NonNullable<Problem['params']>;
  for (const [code, status] of Object.entries(STATUS) as [ErrorCode, number][]) {
    const sentence = refused(status, { code, params: facts });
    expect(sentence, code).toMatch(/^\p{Lu}.*[^.]\.$/u);
    expect(sentence, code).not.toMatch(/undefined|_|object/);
  }
});
