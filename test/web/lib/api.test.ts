import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, call, Unreachable } from '../../../web/lib/api.ts';

afterEach(() => void vi.unstubAllGlobals());

/** Has the next call answered so, and notes what was asked. */
function answer(body: string | null, init: ResponseInit = {}) {
  const fetched = vi.fn<typeof fetch>(async () => new Response(body, init));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

const PROBLEM = { 'content-type': 'application/problem+json' };

describe('a call', () => {
  it('goes to the route’s path with its method, parameters, query and body', async () => {
    const fetched = answer('{"status":"denied"}');
    await call('approval-answer', { params: { sessionId: 'ses_1' }, body: { decision: 'deny' } });
    await call('sessions', { query: { as: 'phone', cursor: undefined } });
    await call('post-create', { body: { body: 'x' }, idempotencyKey: 'k' });
    const asked = fetched.mock.calls.map(([url, init]) => [init?.method, url, init?.body, init?.headers]);
    expect(asked).toEqual([
      [
        'POST',
        '/api/approvals/ses_1',
        '{"decision":"deny"}',
        expect.objectContaining({ 'content-type': 'application/json' }),
      ],
      ['GET', '/api/sessions?as=phone', undefined, { accept: 'application/json' }],
      ['POST', '/api/posts', '{"body":"x"}', expect.objectContaining({ 'idempotency-key': 'k' })],
    ]);
  });

  it('answers with the JSON, or with nothing for 204', async () => {
    answer('{"items":[],"next":null}');
    expect(await call('posts')).toEqual({ items: [], next: null });
    answer(null, { status: 204 });
    expect(await call('logout')).toBeUndefined();
  });

  it('fails with what the problem says', async () => {
    const problem = {
      status: 409,
      code: 'too_many_phones',
      detail: 'English.',
      params: { most: 10 },
      field: 'username',
    };
    answer(JSON.stringify(problem), { status: 409, headers: PROBLEM });
    const error = await call('register', { body: { username: 'susan' } }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    const { detail, ...rest } = problem;
    expect(error).toMatchObject(rest);
    // For the console.
    expect((error as Error).message).toContain(detail);
  });

  it('tells how long to wait', async () => {
    answer('{"status":503,"code":"store_unavailable","detail":"Wait."}', {
      status: 503,
      headers: { ...PROBLEM, 'retry-after': '2' },
    });
    await expect(call('status')).rejects.toMatchObject({ status: 503, retryAfter: 2 });
  });

  it('takes a throttle before the functions for what it is', async () => {
    answer('{"message":"Too Many Requests"}', { status: 429 });
    await expect(call('status')).rejects.toMatchObject({ name: 'ApiError', status: 429, code: 'none' });
  });

  it.for([
    ['nobody answers', undefined, {}],
    ['a hotel answers with a page of its own', '<h1>Welcome</h1>', { status: 200 }],
    ['a gateway is broken', '<h1>Bad Gateway</h1>', { status: 502 }],
    ['a problem is cut off', '{"status":5', { status: 503, headers: PROBLEM }],
  ] as const)('is unanswered where %s', async ([, body, init]) => {
    if (body === undefined) vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    else answer(body, init);
    await expect(call('status')).rejects.toBeInstanceOf(Unreachable);
  });
});
