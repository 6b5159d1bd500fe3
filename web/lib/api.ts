/**
 * The site's one way to the API: a typed client made from the route table, so that a page cannot call a route
 * that is not there, or with the wrong body. Same origin only; the cookies travel by themselves.
 */
import type { ErrorCode } from '../../shared/errors.ts';
import type { Problem } from '../../shared/http/problem.ts';
import type { AnswerBody, RequestBody } from '../../shared/responses.ts';
import { pathOf, ROUTES, type RouteName } from '../../shared/routes.ts';
import type { Reason } from '../../shared/sessions/session.ts';
import { noteServerTime } from './clock.ts';

/** After this long without an answer a call counts as lost. */
const PATIENCE_MS = 15_000;

/** The API answered, and the answer was no: problem details (RFC 9457) as Nod sends them. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  /** `none` where what stands before Nod has answered. */
  readonly code: ErrorCode | 'none';
  /** What the code's sentence names. */
  readonly params: Problem['params'];
  /** The field of the input that it is about. */
  readonly field: string | undefined;
  /** Why the session is over, where it is. */
  readonly reason: Reason | undefined;
  /** Seconds after which a repeat makes sense. */
  readonly retryAfter: number | undefined;

  constructor(problem: Pick<Problem, 'status'> & Partial<Problem>, retryAfter?: number | undefined) {
    const { status, code = 'none', detail } = problem;
    // English, for the console: what people are told is worded by `errorSentence`.
    super(`${status} ${code}: ${detail}`);
    this.status = status;
    this.code = code;
    this.params = problem.params;
    this.field = problem.field;
    this.reason = problem.reason as Reason | undefined;
    this.retryAfter = retryAfter;
  }
}

/** No answer of Nod's came: no network, no patience left, or somebody else answered in its place. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(cause?: unknown) {
    super('Nod cannot be reached.', { cause });
  }
}

type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;
type Params<N extends RouteName> = ParameterOf<(typeof ROUTES)[N]['path']>;

/** What a call of a route takes; `params` and `body` are there exactly when the route has them. */
export type CallOptions<N extends RouteName> = {
  query?: Record<string, string | undefined>;
  /** Makes a repeat after a lost answer safe; keep it over the repeats. */
  idempotencyKey?: string | undefined;
  timeoutMs?: number;
  /** Goes on when the page is left. */
  keepalive?: boolean;
  signal?: AbortSignal;
} & ([Params<N>] extends [never] ? { params?: never } : { params: Record<Params<N>, string> }) &
  (RequestBody<N> extends undefined ? { body?: never } : { body: RequestBody<N> });

type Arguments<N extends RouteName> =
  Record<never, never> extends CallOptions<N> ? [options?: CallOptions<N>] : [options: CallOptions<N>];

/**
 * Calls a route and answers with its JSON.
 * @throws {ApiError} when Nod says no
 * @throws {Unreachable} when no answer of Nod's came, so that nobody knows whether the call took effect
 */
export async function call<N extends RouteName>(name: N, ...[options]: Arguments<N>): Promise<AnswerBody<N>> {
  const {
    params,
    query,
    body,
    idempotencyKey,
    timeoutMs = PATIENCE_MS,
    keepalive = false,
    signal,
  } = options ?? {};
  const timeout = AbortSignal.timeout(timeoutMs);
  const { response, text } = await exchange(withQuery(pathOf(name, params), query), {
    method: ROUTES[name].method,
    cache: 'no-store',
    redirect: 'error',
    keepalive,
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw refusal(response, text);
  if (response.status === 204) return undefined as AnswerBody<N>;
  const json = parse(text);
  // A hotel's network answers everything with 200 and a page of its own.
  if (json === undefined) throw new Unreachable();
  return json as AnswerBody<N>;
}

async function exchange(url: string, init: RequestInit): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    noteServerTime(response.headers.get('date'));
    return { response, text };
  } catch (error) {
    throw new Unreachable(error);
  }
}

function withQuery(path: string, query: Record<string, string | undefined> = {}): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}

function refusal(response: Response, text: string): ApiError | Unreachable {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const seconds = Number.isFinite(retryAfter) ? retryAfter : undefined;
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    const problem = parse(text) as Problem | undefined;
    if (problem !== undefined) return new ApiError(problem, seconds);
  }
  // What stands before the functions, such as API Gateway's throttle, has no problem details.
  return response.status === 429 ? new ApiError({ status: 429 }, seconds) : new Unreachable();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
