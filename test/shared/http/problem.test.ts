import { describe, expect, it } from 'vitest';
import { ConditionFailed, type ErrorCode, NodError } from '../../../shared/errors.ts';
import { problemResponse } from '../../../shared/http/problem.ts';

describe('a problem', () => {
  it('is an RFC 9457 document with a code, and is not kept by anybody', () => {
    const details = { field: 'username', reason: 'idle', retryAfter: 7, cause: new Error('inside') };
    const response = problemResponse(new NodError('too_many', 'Wait a moment.', details));
    expect(response).toEqual({
      statusCode: 429,
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        'retry-after': '7',
      },
      body: expect.any(String),
    });
    expect(JSON.parse(response.body)).toEqual({
      type: 'about:blank',
      title: 'Too Many Requests',
      status: 429,
      code: 'too_many',
      detail: 'Wait a moment.',
      field: 'username',
      reason: 'idle',
    });
  });

  it('says nothing that it has nothing to say about', () => {
    const { headers, body } = problemResponse(new NodError('session_ended', 'It is over.'));
    expect(Object.keys(headers)).toEqual(['content-type', 'cache-control']);
    expect(Object.keys(JSON.parse(body))).toEqual(['type', 'title', 'status', 'code', 'detail']);
  });

  const STATUS: Record<ErrorCode, number> = {
    invalid_input: 400,
    invalid_json: 400,
    attestation_refused: 400,
    endpoint_refused: 400,
    image_unreadable: 400,
    provider_refused: 400,
    provider_declined: 400,
    provider_account_refused: 400,
    signed_out_there: 400,
    authorization_unknown: 400,
    not_signed_in: 401,
    signed_in_as_other: 401,
    not_waiting: 401,
    not_awaiting_input: 401,
    not_a_phone: 401,
    reauth_required: 403,
    phone_away: 403,
    blocked: 403,
    user_disabled: 403,
    may_not_reply: 403,
    cross_origin_refused: 403,
    direct_access_refused: 403,
    assertion_refused: 403,
    not_found: 404,
    number_unknown: 404,
    number_crowded_out: 404,
    ticket_unknown: 404,
    code_unknown: 404,
    provider_unknown: 404,
    username_taken: 409,
    not_editable: 409,
    last_sign_in_method: 409,
    too_many_phones: 409,
    too_many_hidden: 409,
    too_many_follows: 409,
    link_taken: 409,
    already_linked: 409,
    not_approved: 409,
    already_completed: 409,
    already_answered: 409,
    ticket_used: 409,
    challenge_used: 409,
    image_taken: 409,
    conflict: 409,
    recovery_not_stopped: 409,
    session_ended: 410,
    ticket_expired: 410,
    too_large: 413,
    image_too_large: 413,
    unsupported_media_type: 415,
    image_type_refused: 415,
    too_many: 429,
    too_many_numbers: 429,
    internal: 500,
    provider_unavailable: 502,
    provider_not_ready: 502,
    store_unavailable: 503,
  };
  it.each(Object.entries(STATUS) as [ErrorCode, number][])('%s is answered with %i', (code, status) => {
    const response = problemResponse(new NodError(code, 'A sentence.'));
    expect([response.statusCode, JSON.parse(response.body).status]).toEqual([status, status]);
  });

  it('of a lost race that nobody explained is a conflict', () => {
    const { statusCode, body } = problemResponse(new ConditionFailed([true]));
    expect([statusCode, JSON.parse(body).code]).toEqual([409, 'conflict']);
  });

  it.each([
    ['an error of ours', new TypeError('cannot read secret-42 of undefined')],
    ['an error of a library', Object.assign(new Error('secret-42'), { statusCode: 418, field: 'secret-42' })],
    ['a text', 'secret-42'],
    ['nothing', undefined],
  ])('of %s is a bare 500', (_, thrown) => {
    const response = problemResponse(thrown);
    expect(response.statusCode).toBe(500);
    expect(JSON.parse(response.body).code).toBe('internal');
    expect(JSON.stringify(response)).not.toMatch(/secret-42|at /);
  });
});
